"""How texts are judged for translation."""

from __future__ import annotations

from pathlib import Path

from devtools.texts import messages, misplaced, unfinished

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="fa_IR">
<context><name>Home</name>
<message><source>خانه</source><translation>Home</translation></message>
<message><source>کار</source><translation type="unfinished"></translation></message>
<message numerus="yes"><source>%Ln پرونده</source><translation>
<numerusform>%Ln file</numerusform><numerusform>%Ln files</numerusform></translation></message>
<message numerus="yes"><source>%Ln نامه</source><translation>
<numerusform>%Ln letter</numerusform><numerusform></numerusform></translation></message>
</context></TS>
"""


def test_missing_translations_are_seen_in_every_form(tmp_path: Path) -> None:
    file = tmp_path / "a.ts"
    file.write_text(TS, encoding="utf-8")
    assert len(messages(file)) == 4
    assert list(unfinished(file)) == [("Home", "کار"), ("Home", "%Ln نامه")]


def test_a_translation_fills_the_same_places(tmp_path: Path) -> None:
    file = tmp_path / "a.ts"
    message = "<message><source>حداکثر {limit}</source><translation>At most {most}</translation></message>"
    file.write_text(TS.replace("</context>", message + "</context>"), encoding="utf-8")
    assert list(misplaced(file)) == [("Home", "حداکثر {limit}")]

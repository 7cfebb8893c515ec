"""Public holidays of Iran, as data.

Those of the Jalali calendar are fixed by law. Those of the lunar calendar are dated year by year: the official
calendar announces them before Nowruz and the sighting of the moon may still move one by a day, so an office
corrects them in its own settings (`OfficeWeek`), and a new year is a new column here with a new version.
"""

from __future__ import annotations

from collections.abc import Mapping

HOLIDAYS_VERSION = 1405
"""The last year whose official calendar was taken in."""

FIXED: Mapping[tuple[int, int], str] = {
    (1, 1): "آغاز نوروز",
    (1, 2): "نوروز",
    (1, 3): "نوروز",
    (1, 4): "نوروز",
    (1, 12): "روز جمهوری اسلامی",
    (1, 13): "روز طبیعت",
    (3, 14): "رحلت امام خمینی",
    (3, 15): "قیام ۱۵ خرداد",
    (11, 22): "پیروزی انقلاب اسلامی",
    (12, 29): "روز ملی شدن صنعت نفت",
    (12, 30): "آخرین روز سال کبیسه",
}

# Occasion: for each Jalali year, the days on which it falls (there may be two in a year, or none).
_LUNAR: Mapping[str, Mapping[int, str]] = {
    "شهادت امام علی (ع)": {1401: "02/03", 1402: "01/23", 1403: "01/13", 1404: "01/02 12/20", 1405: "12/10"},
    "عید فطر": {1401: "02/13", 1402: "02/02", 1403: "01/22", 1404: "01/11", 1405: "01/01 12/19"},
    "تعطیلی عید فطر": {1401: "02/14", 1402: "02/03", 1403: "01/23", 1404: "01/12", 1405: "01/02 12/20"},
    "شهادت امام صادق (ع)": {1401: "03/06", 1402: "02/26", 1403: "02/15", 1404: "02/04", 1405: "01/25"},
    "عید قربان": {1401: "04/19", 1402: "04/08", 1403: "03/28", 1404: "03/16", 1405: "03/06"},
    "عید غدیر خم": {1401: "04/27", 1402: "04/16", 1403: "04/05", 1404: "03/24", 1405: "03/14"},
    "تاسوعا": {1401: "05/16", 1402: "05/05", 1403: "04/25", 1404: "04/14", 1405: "04/03"},
    "عاشورا": {1401: "05/17", 1402: "05/06", 1403: "04/26", 1404: "04/15", 1405: "04/04"},
    "اربعین": {1401: "06/26", 1402: "06/15", 1403: "06/04", 1404: "05/23", 1405: "05/13"},
    "رحلت پیامبر (ص) و شهادت امام حسن (ع)": {1401: "07/03", 1402: "06/23", 1403: "06/12", 1404: "05/31", 1405: "05/21"},
    "شهادت امام رضا (ع)": {1401: "07/05", 1402: "06/25", 1403: "06/14", 1404: "06/02", 1405: "05/22"},
    "شهادت امام حسن عسکری (ع)": {1401: "07/13", 1402: "07/02", 1403: "06/22", 1404: "06/10", 1405: "05/30"},
    "میلاد پیامبر (ص) و امام صادق (ع)": {1401: "07/22", 1402: "07/11", 1403: "06/31", 1404: "06/19", 1405: "06/08"},
    "شهادت فاطمه زهرا (س)": {1401: "10/06", 1402: "09/26", 1403: "09/15", 1404: "09/03", 1405: "08/22"},
    "ولادت امام علی (ع)": {1401: "11/15", 1402: "11/05", 1403: "10/25", 1404: "10/13", 1405: "10/02"},
    "مبعث پیامبر (ص)": {1401: "11/29", 1402: "11/19", 1403: "11/09", 1404: "10/27", 1405: "10/16"},
    "ولادت امام زمان (عج)": {1401: "12/17", 1402: "12/06", 1403: "11/26", 1404: "11/15", 1405: "11/04"},
}

LUNAR_YEARS = frozenset(year for dates in _LUNAR.values() for year in dates)
"""The Jalali years whose lunar holidays are known; of other years only the fixed ones are."""


def occasions() -> list[str]:
    """The name of every holiday, once."""
    return list(dict.fromkeys((*FIXED.values(), *_LUNAR)))


def lunar_holidays() -> Mapping[tuple[int, int, int], str]:
    """Jalali year, month and day of each dated holiday, with its occasion."""
    found: dict[tuple[int, int, int], str] = {}
    for occasion, dates in _LUNAR.items():
        for year, days in dates.items():
            for day in days.split():
                month, number = day.split("/")
                found[year, int(month), int(number)] = occasion
    return found

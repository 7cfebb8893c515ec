"""When spring begins in Iran, computed from the motion of the earth and from nothing in the program.

The instant of the equinox after J. Meeus, Astronomical Algorithms (2nd ed., chapter 27, tables 27.B and 27.C);
the slowing of the earth after F. Espenak and J. Meeus (2006). Good to about a minute in these centuries.
"""

from __future__ import annotations

import datetime as dt
import math

_JULIAN_DAY_OF_ORDINAL_0 = 1721424.5
_IRAN = 52.5 / 360  # days that its mean time is ahead of Greenwich

_TERMS = (
    (485, 324.96, 1934.136), (203, 337.23, 32964.467), (199, 342.08, 20.186), (182, 27.85, 445267.112),
    (156, 73.14, 45036.886), (136, 171.52, 22518.443), (77, 222.54, 65928.934), (74, 296.72, 3034.906),
    (70, 243.58, 9037.513), (58, 119.81, 33718.147), (52, 297.17, 150.678), (50, 21.02, 2281.226),
    (45, 247.54, 29929.562), (44, 325.15, 31555.956), (29, 60.93, 4443.417), (18, 155.12, 67555.328),
    (17, 288.79, 4562.452), (16, 198.04, 62894.029), (14, 199.76, 31436.921), (12, 95.39, 14577.848),
    (12, 287.11, 31931.756), (12, 320.81, 34777.259), (9, 227.73, 1222.114), (8, 15.45, 16859.074),
)  # fmt: skip

# Up to which year, counted from which, the polynomial of ΔT in seconds.
_DELTA_T = (
    (1860, 1800, (13.72, -0.332447, 0.0068612, 0.0041116, -0.00037436, 0.0000121272, -0.0000001699, 0.000000000875)),
    (1900, 1860, (7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1 / 233174)),
    (1920, 1900, (-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)),
    (1941, 1920, (21.20, 0.84493, -0.076100, 0.0020936)),
    (1961, 1950, (29.07, 0.407, -1 / 233, 1 / 2547)),
    (1986, 1975, (45.45, 1.067, -1 / 260, -1 / 718)),
    (2005, 2000, (63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)),
    (2050, 2000, (62.92, 0.32217, 0.005589)),
)


def _delta_t(year: float) -> float:
    for last, origin, coefficients in _DELTA_T:
        if year < last:
            return sum(c * (year - origin) ** power for power, c in enumerate(coefficients))
    return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)


def _julian_day(year: int) -> float:
    """The equinox of March in terrestrial time."""
    y = (year - 2000) / 1000
    mean = 2451623.80984 + 365242.37404 * y + 0.05169 * y**2 - 0.00411 * y**3 - 0.00057 * y**4
    centuries = (mean - 2451545) / 36525
    anomaly = math.radians(35999.373 * centuries - 2.47)
    length = 1 + 0.0334 * math.cos(anomaly) + 0.0007 * math.cos(2 * anomaly)
    wobble = sum(a * math.cos(math.radians(b + c * centuries)) for a, b, c in _TERMS)
    return mean + 0.00001 * wobble / length


def equinox(year: int) -> dt.datetime:
    """The moment of spring of a Gregorian year, in mean time of 52.5° east (UTC+03:30)."""
    days = _julian_day(year) - _delta_t(year + 0.2) / 86400 + _IRAN - _JULIAN_DAY_OF_ORDINAL_0
    midnight = math.floor(days)
    since = dt.timedelta(days=days - midnight)
    return dt.datetime.combine(dt.date.fromordinal(midnight), dt.time()) + since


def nowruz(jalali_year: int) -> dt.date:
    """The law of 1304: the year begins on the day whose noon the equinox has passed, else on the next."""
    moment = equinox(jalali_year + 621)
    return moment.date() + dt.timedelta(days=moment.hour >= 12)


def minutes_from_noon(jalali_year: int) -> float:
    """How narrowly the day was decided; negative when the equinox came before noon."""
    moment = equinox(jalali_year + 621)
    noon = moment.replace(hour=12, minute=0, second=0, microsecond=0)
    return (moment - noon).total_seconds() / 60

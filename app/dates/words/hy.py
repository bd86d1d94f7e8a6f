"""Armenian (Eastern)."""

from __future__ import annotations

from app.dates.words.table import Words


def _cases(stem: str) -> str:
    """Nominative, genitive and dative of a month's name."""
    return f"{stem}|{stem}ի|{stem}ին"


_SHORT = "հնվ փտվ մրտ ապր մյս հնս հլս օգս սեպ հոկ նոյ դեկ".split()


WORDS = Words(
    code="hy",
    name="Armenian",
    months=tuple(
        f"{_cases(stem)}|{short}."
        for stem, short in zip(
            "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր".split(),
            _SHORT,
            strict=True,
        )
    ),
    weekdays=(
        "երկուշաբթի|երկ.",
        "երեքշաբթի|երք.",
        "չորեքշաբթի|չրք.",
        "հինգշաբթի|հնգ.",
        "ուրբաթ|ուր.",
        "շաբաթ օր|շաբաթ|շբթ.",
        "կիրակի|կիր.",
    ),
    numbers=(
        *"մեկ երկու երեք չորս հինգ վեց յոթ ութ".split(),
        "ինը|ինն",
        "տասը|տաս",
        "տասնմեկ",
        "տասներկու",
    ),
    ordinals=(
        *"առաջին երկրորդ երրորդ չորրորդ հինգերորդ վեցերորդ յոթերորդ ութերորդ իններորդ տասներորդ".split(),
        *"տասնմեկերորդ տասներկուերորդ տասներեքերորդ տասնչորսերորդ տասնհինգերորդ տասնվեցերորդ".split(),
        *"տասնյոթերորդ տասնութերորդ տասնիններորդ քսաներորդ քսանմեկերորդ".split(),
    ),
    ordinal_mark="-(?:րդ|ին|ի)",
    units={
        "day": "օր|օրը|օրերը|օրերին|օրվա",
        "week": "շաբաթ|շաբաթը|շաբաթում|շաբաթվա",
        "month": "ամիս|ամիսը|ամիսներ|ամիսները|ամիսներին|ամսում|ամսվա",
        "quarter": "եռամսյակ|եռամսյակը|եռամսյակում|եռամսյակի",
        "half": "կիսամյակ|կիսամյակը|կիսամյակում|կիսամյակի",
        "year": "տարի|տարին|տարում|տարվա|տարիներ|տարիները|տարիներին",
        "decade": "տասնամյակ|տասնամյակը|տասնամյակում|տասնամյակի",
        "century": "դար|դարը|դարում|դարի",
    },
    plurals="օրերը|օրերին|ամիսներ|ամիսները|ամիսներին|տարիներ|տարիները|տարիներին",
    seasons=(
        "գարուն|գարունը|գարնան|գարնանը",
        "ամառ|ամառը|ամռան|ամռանը",
        "աշուն|աշունը|աշնան|աշնանը",
        "ձմեռ|ձմեռը|ձմռան|ձմռանը",
    ),
    shorthands={
        "Y": "[ թվականին| թվականի| թվականը| թվական| թ.|թ.]",
        "IN": "[-ին|-ի|-ը|-ն]",
        "FROM": "(-ից|ից)",
        "THIS": "(այս|ընթացիկ)",
        "LAST": "(անցյալ|անցած)",
        "NEXT": "(հաջորդ|գալիք|եկող)",
    },
    ranges=(
        "{x} - {y}",
        "{x}-{y}",
        "{x}{FROM} [մինչև|մինչեւ] {y}[-ը|ը]",
        "{x} և {y} (միջև|միջեւ)",
    ),
    pairs=(
        ("{day}", "{day2} {month} {year}{Y}"),
        ("{day} {month}", "{day2} {month2} {year}{Y}"),
        ("{month}", "{month2} {year}{Y}"),
        ("{year}", "{year2} (թվականներին|թվականների|թվականներ|թվականները|թթ.)"),
        ("{month} {day}", "{day2}{IN}, {year}{Y}"),
        ("{year}{Y} {month} {day}", "{day2}{IN}"),
        ("{year}{Y} {month} {day}", "{month2} {day2}{IN}"),
        ("{year}{Y} {month}", "{month2}"),
        ("{month} {day}", "{day2}{IN}"),
        ("{month} {day}", "{month2} {day2}{IN}"),
        ("{month}", "{month2}"),
    ),
    zones={
        "երևանի ժամանակով": "Asia/Yerevan",
        "մոսկվայի ժամանակով": "Europe/Moscow",
        "տեղական ժամանակով": "",
    },
    phrases=(
        ("day", ("{year}{Y} {month} {day}{IN}", "{day} {month}, {year}{Y}", "{month} {day}{IN}, {year}{Y}")),
        ("month", ("{year}{Y} {month}", "{month}, {year}{Y}")),
        ("year", ("{year}{Y}", "{year}-(ին|ի|ը)")),
        (
            "decade",
            ("{decade}-ական (թվականներ|թվականներին|թվականների|թթ.)", "{decade}-(ականներ|ականներին|ականների|ականները)"),
        ),
        ("century", ("{century} (դար|դարի|դարում|դարը)",)),
        ("quarter_of", ("{a} {ordinal} (եռամսյակ|եռամսյակը|եռամսյակում|եռամսյակի)",)),
        ("half_of", ("{a} {ordinal} (կես|կեսը|կեսին|կեսում|կիսամյակ|կիսամյակը|կիսամյակում|կիսամյակի)",)),
        ("season", ("{year}{Y} {season}",)),
        ("season_of", ("{a} {season}",)),
        ("winter_pair", ("{year}(-|/){year2}{Y} {season}",)),
        ("week_number", ("{year}{Y} {n}-րդ (շաբաթ|շաբաթը|շաբաթում)",)),
        ("week_of", ("{a} (շաբաթ|շաբաթը|շաբաթում)",)),
        ("first_n", ("{a} առաջին {n} {unit}", "{a} {n} առաջին {unit}")),
        ("last_n", ("{a} վերջին {n} {unit}", "{a} վերջին {unit}")),
        ("nth", ("{a} {ordinal} {unit}",)),
        ("month_of", ("{a} {month}",)),
        ("day_of", ("{a} {month} {day}{IN}",)),
        ("early", ("{a} (սկիզբ|սկիզբը|սկզբին|սկզբներին|սկզբի)",)),
        ("middle", ("{a} (կեսեր|կեսերին|կեսերը)",)),
        ("late", ("{a} (վերջ|վերջը|վերջին|վերջերին|վերջի)",)),
        ("to_date", ("{unit} սկզբից [ի վեր]",)),
        ("to_present", ("{a}{FROM} (մինչև|մինչեւ) (այսօր|մեր օրերը|ներկա|օրս)", "{a} - ներկա", "{a}-ներկա")),
        ("since", ("{a}{FROM} [ի վեր|սկսած]", "սկսած {a}{FROM}")),
        ("until", ("(մինչև|մինչեւ|ոչ ուշ, քան) {a}", "(մինչև|մինչեւ) {a}(-ը|ը)")),
        ("before", ("{a}{FROM} (առաջ|շուտ)",)),
        ("after", ("{a}{FROM} (հետո|ուշ)",)),
        ("circa", ("(մոտ|շուրջ|մոտավորապես|~) {a}", "~{a}")),
        ("uncertain", ("(հավանաբար|գուցե|թերևս), {a}", "{a}?", "{a} ?", "{a} {open}?{close}")),
        ("on_weekday", ("{weekday} [օրը], {a}", "{a}, {weekday}", "{a} {open}{weekday}{close}")),
        ("weekday_in", ("{a} {weekday} [օրը]",)),
        ("at_times", ("{a}, [ժամը] {time}-{time2}",)),
        ("at_time", ("{a}, [ժամը] {time}[-ին]", "ժամը {time}, {a}", "{a} - {time}", "{a}t{time}")),
        ("day_month", ("{month} {day}{IN}", "{day} {month}")),
        ("bare_month", ("{month} ամսին",)),
        ("month_this", ("{THIS} {month}",)),
        ("month_last", ("{LAST} {month}",)),
        ("month_next", ("{NEXT} {month}",)),
        ("today", ("այսօր",)),
        ("yesterday", ("երեկ",)),
        ("tomorrow", ("վաղը",)),
        ("day_before_yesterday", ("նախանցյալ օրը", "երեկ չէ առաջին օրը")),
        ("day_after_tomorrow", ("վաղը չէ մյուս օրը",)),
        ("unit_this", ("{THIS} {unit}",)),
        ("unit_last", ("{LAST} {unit}",)),
        ("unit_next", ("{NEXT} {unit}",)),
        ("weekday", ("{weekday}[ն] [օրը]",)),
        ("weekday_this", ("{THIS} {weekday}[ն] [օրը]",)),
        ("weekday_last", ("{LAST} {weekday}[ն] [օրը]",)),
        ("weekday_next", ("{NEXT} {weekday}[ն] [օրը]",)),
        ("units_ago", ("{n} {unit} առաջ",)),
        ("units_ahead", ("{n} {unit}ից",)),
        ("days_before_date", ("{a}{FROM} {n} {unit} առաջ",)),
        ("days_after_date", ("{a}{FROM} {n} {unit} (հետո|անց)",)),
        ("units_later", ("{n} {unit} (հետո|անց)",)),
        ("same_unit", ("նույն {unit}",)),
        ("unit_later", ("հաջորդ {unit}",)),
        ("unit_earlier", ("նախորդ {unit}",)),
        ("plain", ("{a} ընթացքում",)),
    ),
)

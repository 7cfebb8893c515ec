"""In which order a household is asked at registration, on the screen and on paper alike."""

HOUSEHOLD_FIRST = (
    "neighborhood_id", "address_text", "declared_size", "phone",
    "housing_tenure", "dwelling_type", "rooms", "source",
)
"""Asked of every household; the rest of its fields stands under «بیشتر»."""

MEMBER_FIRST = (
    "relation_to_head", "first_name", "last_name", "father_name",
    "sex", "birth_date", "age_estimated", "marital_status", "nationality_group",
    "identifier_type", "identifier_value", "mobile", "insurance_type",
    "education_level", "school_status", "activity_status", "consent_method",
)
"""Asked of every member; identifier and consent become records of their own."""

MEMBER_ON_PAPER = tuple(name for name in MEMBER_FIRST if name != "nationality_group")
"""The same on the blank form, whose line has no room for what is nearly always Iranian."""

namespace SurvivalKit.TextCheck;

/// <summary>Names of people and animals in trials, and of things that are counted in place of people.</summary>
internal static class PersonNouns
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "patients", "patient", "subjects", "participants", "men", "women", "males", "females", "individuals", "persons", "people",
        "children", "adults", "infants", "neonates", "newborns", "boys", "girls", "respondents", "survivors", "recipients", "volunteers",
        "donors", "controls", "responders", "mothers", "students", "workers", "adolescents", "smokers", "non-smokers", "members",
        "residents", "veterans", "soldiers", "physicians", "nurses", "doctors", "probands", "inpatients", "outpatients", "enrollees",
        "toddlers", "nonresponders", "nonsmokers", "athletes", "pilots", "cooks", "teachers", "drivers", "rats", "mice",
    };

    private static readonly HashSet<string> Things = new(StringComparer.Ordinal)
    {
        "events", "lesions", "tumors", "tumours", "samples", "specimens", "eyes", "hips", "knees", "teeth", "procedures", "visits",
        "deaths", "relapses", "recurrences", "episodes", "biopsies", "nodes", "nodules", "metastases", "fractures", "admissions",
        "pregnancies",
        "births", "cycles", "embryos", "mutations", "variants", "genes", "sites", "articles", "studies", "trials", "reports", "papers",
        "responses", "complications", "infections", "operations", "surgeries", "implants", "limbs", "ears", "breasts", "kidneys",
        "isolates",
        "strains", "tests", "scans", "images", "families", "households", "centres", "centers", "hospitals", "cases", "case", "cancers",
        "couples", "twins", "pairs", "adenomas", "polyps", "stones", "grafts", "transplants", "stents", "arteries", "vessels", "aes",
        "questions", "items", "questionnaires", "calls", "treatments", "injections", "transfusions", "hospitalizations",
    };

    /// <summary>Whether a word names people.</summary>
    public static bool IsPerson(string word) => Known.Contains(word);

    /// <summary>Whether a word names something else that is counted.</summary>
    public static bool IsThing(string word) => Things.Contains(word);
}

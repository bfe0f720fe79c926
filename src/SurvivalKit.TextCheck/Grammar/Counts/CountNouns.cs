namespace SurvivalKit.TextCheck;

/// <summary>What is counted: <c>24 patients (42.9%)</c>, <c>24 hips (42.9%)</c>.</summary>
internal static class CountNouns
{
    private const int MostWords = 3;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "patients", "patient", "subjects", "subject", "participants", "participant", "cases", "case", "men", "women", "males", "females",
        "individuals", "persons", "people", "children", "adults", "events", "event", "deaths", "death", "samples", "tumors", "tumours",
        "responders", "controls", "eyes", "lesions", "specimens", "hospitals", "infants", "neonates", "newborns", "respondents",
        "survivors", "relapses", "recipients", "procedures", "studies", "trials", "boys", "girls", "responses", "progressions", "hips",
        "knees", "mothers", "pregnancies", "babies", "contacts", "visits", "volunteers", "smokers", "donors", "households", "teeth",
        "pts", "pt",
    };

    // "At 12 months (57%)", "after 3 doses (50%)": the number measures.
    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "months", "years", "days", "weeks", "hours", "minutes", "seconds", "mins", "hrs", "yrs", "mos", "doses", "units", "points", "times",
        "grams", "litres", "liters", "cms", "steps", "others", "is", "was", "has", "this", "versus", "vs", "fractions", "cycles", "courses",
        "levels", "mmhg", "kgs", "cigarettes", "decades", "items", "lines", "sessions", "folds", "its", "as", "us", "plus", "less", "cells",
    };

    /// <summary>Whether a word counts.</summary>
    public static bool IsKnown(string word) => Known.Contains(word);

    /// <summary>Whether a word that counts, alone or behind an adjective, is next.</summary>
    public static bool IsNext(TokenReader reader) =>
        Known.Contains(reader.Next.Key) || (reader.Next.Kind == TokenKind.Word && Known.Contains(reader.Ahead(1).Key));

    /// <summary>Reads another noun in the plural, before an open bracket: nothing says that its number counts.</summary>
    public static bool TakeAny(TokenReader reader)
    {
        for (int i = 0; i < MostWords && reader.Ahead(i).Kind == TokenKind.Word; i++)
        {
            string key = reader.Ahead(i).Key;
            if (Units.Contains(key))
            {
                return false;
            }

            if (key.Length > 3 && key[^1] == 's' && reader.Ahead(i + 1).Key is "(" or "[")
            {
                reader.At += i + 1;
                return true;
            }
        }

        return false;
    }
}

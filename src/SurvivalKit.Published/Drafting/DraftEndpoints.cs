namespace SurvivalKit.Published;

/// <summary>The endpoints that a paper names, by the names that the field gives them.</summary>
internal sealed class DraftEndpoints
{
    public const string Survival = "os";

    private static readonly (string Name, string Label, string[] Keys, string[][] Phrases)[] Known =
    [
        ("os", "Overall survival", ["os", "mos"], [["overall", "survival"]]),
        ("pfs", "Progression-free survival", ["pfs", "mpfs", "progression-free-survival"],
            [["progression-free", "survival"], ["progression", "free", "survival"]]),
        ("dfs", "Disease-free survival", ["dfs", "mdfs"], [["disease-free", "survival"], ["disease", "free", "survival"]]),
        ("efs", "Event-free survival", ["efs", "mefs"], [["event-free", "survival"]]),
        ("rfs", "Relapse-free survival", ["rfs", "mrfs"],
            [["relapse-free", "survival"], ["recurrence-free", "survival"]]),
        ("mfs", "Metastasis-free survival", ["mfs", "dmfs"],
            [["metastasis-free", "survival"], ["metastases-free", "survival"]]),
        ("css", "Disease-specific survival", ["css", "dss"],
            [["disease-specific", "survival"], ["cancer-specific", "survival"]]),
        ("ttp", "Time to progression", ["ttp", "mttp"], [["time", "to", "progression"], ["time", "to", "disease", "progression"]]),
        ("ttf", "Time to treatment failure", ["ttf"], [["time", "to", "treatment", "failure"]]),
    ];

    private static readonly string[] Units = ["months", "years", "weeks", "days"];

    private readonly List<string> _named = [];

    /// <summary>The unit of times, as first printed.</summary>
    public string Unit { get; set; } = "months";

    /// <summary>The names of those that were used, in their order.</summary>
    public IEnumerable<string> Named => _named;

    /// <summary>The names of columns that endpoints take.</summary>
    public static IEnumerable<string> Reserved => Known.SelectMany(known =>
        (string[])[known.Name + "_event", .. Units.Select(unit => $"{known.Name}_{unit}")]);

    /// <summary>The endpoint that is named at a token, with the number of its tokens; <see langword="null"/>: none.</summary>
    public static (string Name, int Length)? At(IReadOnlyList<Token> tokens, int i)
    {
        foreach ((string name, _, string[] keys, string[][] phrases) in Known)
        {
            if (tokens[i].Kind == TokenKind.Word && keys.Contains(tokens[i].Key))
            {
                return (name, 1);
            }

            foreach (string[] phrase in phrases)
            {
                if (i + phrase.Length <= tokens.Count && phrase.Select((word, k) => tokens[i + k].Key == word).All(same => same))
                {
                    return (name, phrase.Length);
                }
            }
        }

        return null;
    }

    /// <summary>The first endpoint that is named among tokens; <see langword="null"/>: none.</summary>
    public static string? In(IReadOnlyList<Token> tokens) =>
        Enumerable.Range(0, tokens.Count).Select(i => At(tokens, i)?.Name).FirstOrDefault(name => name is not null);

    /// <summary>The beginnings of the words that name an endpoint of a short name; none where there is no such endpoint.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> FormsOf(string key) =>
    [
        .. Known.Where(known => known.Keys.Contains(key)).SelectMany(known =>
            (IReadOnlyList<string>[])[.. known.Keys.Select(word => (string[])[word]),
                .. known.Phrases.Select(phrase => phrase.Select(PrintedStem.Of).ToArray())]),
    ];

    /// <summary>The short name of an endpoint in a row: <c>PFS</c>.</summary>
    public static string Short(string name) => name.ToUpperInvariant();

    /// <summary>Takes an endpoint into the study.</summary>
    public string Use(string name)
    {
        if (!_named.Contains(name))
        {
            _named.Add(name);
        }

        return name;
    }

    /// <summary>The endpoints as the study has them; death ends those that are free of something.</summary>
    public IEnumerable<StudyEndpoint> All() => _named.Select(name => new StudyEndpoint
    {
        Name = name,
        Label = Known.First(known => known.Name == name).Label,
        Time = $"{name}_{Unit}",
        Event = name + "_event",
        Unit = Unit,
        NoLaterThan = name is "pfs" or "dfs" or "efs" or "rfs" && _named.Contains(Survival) ? Survival : null,
    });

    /// <summary>Their columns.</summary>
    public IEnumerable<StudyVariable> Columns() => All().SelectMany(endpoint => (StudyVariable[])
    [
        new() { Name = endpoint.Time, Label = endpoint.Label, Kind = VariableKind.Time, Unit = endpoint.Unit, Decimals = 1 },
        new() { Name = endpoint.Event, Label = endpoint.Label + ": event", Kind = VariableKind.Indicator },
    ]);
}

using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Reads how a row is measured; each kind of measure has its own keys.</summary>
internal static class MeasureReader
{
    /// <summary>The keys of conditions that compare with a number.</summary>
    public static readonly (string Key, ConditionKind Kind)[] Bounds =
    [
        ("atLeast", ConditionKind.AtLeast), ("above", ConditionKind.Above), ("atMost", ConditionKind.AtMost), (
            "below", ConditionKind.Below),
    ];

    /// <summary>The names of tests of a P value.</summary>
    public static readonly (string Name, TestKind Test)[] Tests =
    [
        ("t", TestKind.StudentT),
        ("welch", TestKind.WelchT),
        ("chi-square", TestKind.PearsonChiSquare),
        ("chi-square-yates", TestKind.YatesChiSquare),
        ("fisher", TestKind.FisherExact),
        ("log-rank", TestKind.LogRank),
    ];

    public static StudyRow Row(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        string place = o.Required("place").Text();
        string? row = o.OptionalText("row");
        string? note = o.OptionalText("note");
        var read = o.Required("measure").OneOf<Func<JsonObjectReader, StudyMeasure>>(
            ("size", _ => new SizeMeasure()),
            ("count", Count),
            ("count-pair", Pair),
            ("mean-sd", o => new MeanSdMeasure(o.Required("column").Text())),
            ("median-sd", o => new MedianSdMeasure(o.Required("column").Text())),
            ("mean-range", o => new MeanRangeMeasure(o.Required("column").Text())),
            ("median-range", o => new MedianRangeMeasure(o.Required("endpoint").Text())),
            ("p-value", PValue),
            ("cox", Cox),
            ("alteration-frequency", o => new AlterationFrequencyMeasure(o.Required("genes").List(StudyDesignReader.TextOf, least: 1))));
        StudyMeasure measure = read(o);
        o.End();
        return new StudyRow(place, row, measure, note);
    }

    private static CountMeasure Count(JsonObjectReader o)
    {
        PatientCondition condition = Condition(o) ?? throw o.Whole.Error(
            "a count needs one of the keys equals, among, atLeast, above, atMost, below, missing.");
        JsonValueReader? of = o.Has("of") ? o.Required("of") : null;
        bool known = of is { } given && given.OneOf<bool>(("all", false), ("known", true));
        return known && condition.Kind == ConditionKind.Missing
            ? throw of!.Value.Error("missing values are none of the known ones; \"all\" was expected.")
            : new CountMeasure(condition) { OfKnown = known };
    }

    private static CountPairMeasure Pair(JsonObjectReader o)
    {
        string column = o.Required("column").Text();
        JsonValueReader pair = o.Required("pair");
        ImmutableArray<string> levels = pair.List(StudyDesignReader.TextOf);
        return levels.Length == 2 && levels[0] != levels[1]
            ? new CountPairMeasure(column, levels[0], levels[1])
            : throw pair.Error("a pair is two different levels.");
    }

    private static CoxMeasure Cox(JsonObjectReader o) => new()
    {
        Endpoint = o.Required("endpoint").Text(),
        Covariates = o.Required("covariates").List(StudyDesignReader.TextOf, least: 1),
        Term = o.Required("term").Text(),
        Level = o.OptionalText("level"),
        Ties = StudyDesignReader.TiesOf(o.Required("ties")),
    };

    private static PValueMeasure PValue(JsonObjectReader o)
    {
        TestKind test = o.Required("test").OneOf<TestKind>(Tests);
        var measure = new PValueMeasure { Test = test };
        switch (test)
        {
            case TestKind.LogRank:
                return measure with { Endpoint = o.Required("endpoint").Text() };
            case TestKind.StudentT or TestKind.WelchT:
                return measure with { Column = o.Required("column").Text() };
        }

        if (ConditionKeys().Any(o.Has))
        {
            return measure with { Condition = Condition(o) };
        }

        return o.Has("columns")
            ? measure with { Indicators = o.Required("columns").List(StudyDesignReader.TextOf, least: 2) }
            : measure with
            {
                Column = o.Required("column").Text(),
                MissingAsLevel = o.Optional("missingAsLevel", v => v.Flag(), otherwise: false),
            };
    }

    private static IEnumerable<string> ConditionKeys() => ["equals", "among", "missing", .. Bounds.Select(bound => bound.Key)];

    private static PatientCondition? Condition(JsonObjectReader o)
    {
        if (ConditionKeys().Count(o.Has) > 1)
        {
            throw o.Whole.Error($"several of the keys {string.Join(", ", ConditionKeys())} stand here; one was expected.");
        }

        ImmutableArray<string> columns = o.Has("columns")
            ? o.Required("columns").List(StudyDesignReader.TextOf, least: 1)
            : [o.Required("column").Text()];
        foreach ((string key, ConditionKind kind) in Bounds)
        {
            if (o.Has(key))
            {
                return new() { Columns = columns, Kind = kind, Bound = o.Required(key).Number() };
            }
        }

        if (o.Has("equals"))
        {
            JsonValueReader value = o.Required("equals");
            return value.Element.ValueKind == System.Text.Json.JsonValueKind.Number
                ? new() { Columns = columns, Kind = ConditionKind.Exactly, Bound = value.Number() }
                : new() { Columns = columns, Kind = ConditionKind.Among, Levels = [value.Text()] };
        }

        if (o.Has("among"))
        {
            return new()
            {
                Columns = columns,
                Kind = ConditionKind.Among,
                Levels = o.Required("among").List(StudyDesignReader.TextOf, least: 1)
            };
        }

        if (!o.Has("missing"))
        {
            return null;
        }

        JsonValueReader missing = o.Required("missing");
        return missing.Flag()
            ? new() { Columns = columns, Kind = ConditionKind.Missing }
            : throw missing.Error("false was found; true was expected, or no such key.");
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Reads the description of a cohort column; each kind has its own keys.</summary>
internal static class VariableReader
{
    public static StudyVariable Read(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var variable = new StudyVariable
        {
            Name = o.Required("name").Text(),
            Label = o.Required("label").Text(),
            Kind = Kind(o.Required("kind")),
        };
        variable = variable.Kind switch
        {
            VariableKind.Category => variable with
            {
                Levels = o.Required("levels").List(StudyDesignReader.TextOf, least: 1),
                Follows = o.Optional("follows", Follows),
            },
            VariableKind.Indicator => variable with { Share = Share(o) },
            VariableKind.Continuous => Continuous(variable, o),
            VariableKind.Grade => variable with
            {
                Grades = o.Required("grades").List(v => v.WholeNumber(1), least: 1),
                AnyOf = o.Has("anyOf") ? o.Required("anyOf").List(StudyDesignReader.TextOf, least: 1) : [],
            },
            VariableKind.Time => variable with { Unit = o.OptionalText("unit"), Decimals = o.Required("decimals").WholeNumber(0) },
            _ => variable,
        };
        o.End();
        return variable;
    }

    public static (double Least, double Greatest) Range(JsonValueReader value)
    {
        ImmutableArray<double> ends = value.List(v => v.Number());
        return ends.Length == 2 && ends[0] <= ends[1]
            ? (ends[0], ends[1])
            : throw value.Error("a range is two numbers, the smaller one first.");
    }

    private static VariableKind Kind(JsonValueReader value) => value.OneOf<VariableKind>(
        ("identifier", VariableKind.Identifier),
        ("category", VariableKind.Category),
        ("indicator", VariableKind.Indicator),
        ("continuous", VariableKind.Continuous),
        ("grade", VariableKind.Grade),
        ("time", VariableKind.Time));

    private static StudyVariable Continuous(StudyVariable variable, JsonObjectReader o)
    {
        (double least, double greatest) = Range(o.Required("range"));
        return variable with
        {
            Unit = o.OptionalText("unit"),
            Minimum = least,
            Maximum = greatest,
            Decimals = o.Required("decimals").WholeNumber(0),
        };
    }

    private static double? Share(JsonObjectReader o)
    {
        if (!o.Has("share"))
        {
            return null;
        }

        JsonValueReader value = o.Required("share");
        double share = value.Number();
        return share is >= 0 and <= 1
            ? share
            : throw value.Error(string.Create(CultureInfo.InvariantCulture, $"{share} was found; a share from 0 to 1 was expected."));
    }

    private static LevelsByTime Follows(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var follows = new LevelsByTime(
            o.Required("endpoint").Text(),
            o.Required("longestFirst").List(group => group.List(StudyDesignReader.TextOf, least: 1), least: 1));
        o.End();
        return follows;
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>Who is compared with whom in a hazard ratio: without it a ratio can be read the wrong way round.</summary>
internal static class HazardRatioContrast
{
    /// <summary>Such as <c>Women vs men</c>; where the groups do not say it, <c>for</c> and the coefficient's name.</summary>
    public static string Of(CoxTerm term, KaplanMeierFigureOptions options, ImmutableArray<SurvivalGroup> groups)
    {
        if (options.HazardRatioContrast is { Length: > 0 } given)
        {
            return given;
        }

        (string Variable, string Level)[] levels = [.. groups.Select(group => Split(group.Name))];
        string variable = levels[0].Variable;
        if (levels.Length < 2 || variable.Length == 0 || levels.Any(level => level.Variable != variable))
        {
            return Named(term);
        }

        // A factor's coefficient is its level against the first one.
        int one = Array.FindIndex(levels, 1, level => IsLevel(term.Name, variable, level.Level));
        if (one < 0 && levels.Length == 2 && IsNumeric(term.Name, variable) && IsUnitApart(levels[0].Level, levels[1].Level))
        {
            one = 1;
        }

        // From the left, whatever the scripts of the labels: who is compared stands before whom.
        string mark = one >= 0 && TextRuns.IsRightToLeft(groups[one].Label) ? TextRuns.FromTheLeft : "";
        return one < 0 ? Named(term) : $"{mark}{groups[one].Label} vs {groups[0].Label}";
    }

    private static string Named(CoxTerm term) => $"for {term.Name}";

    private static bool IsLevel(string name, string variable, string level)
    {
        string inner = Inner(variable);
        return name == variable + level || name == inner + level || name == $"factor({inner}){level}";
    }

    private static bool IsNumeric(string name, string variable) => name == Inner(variable);

    // One unit more is then the second group against the first.
    private static bool IsUnitApart(string first, string second) =>
        double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out double low)
        && double.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out double high)
        && high - low == 1;

    private static string Inner(string variable) =>
        variable.StartsWith("factor(", StringComparison.Ordinal) && variable[^1] == ')' ? variable[7..^1] : variable;

    private static (string Variable, string Level) Split(string group)
    {
        int sign = group.IndexOf('=', StringComparison.Ordinal);
        bool single = sign > 0 && group.IndexOf('=', sign + 1) < 0;
        return single ? (group[..sign], group[(sign + 1)..]) : ("", group);
    }
}

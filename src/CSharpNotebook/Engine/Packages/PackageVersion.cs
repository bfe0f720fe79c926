using System.Numerics;

namespace CSharpNotebook.Engine.Packages;

/// <summary>Versions of packages, and which of them a request accepts, by the rules of NuGet.</summary>
internal static class PackageVersion
{
    /// <summary>Whether an available version matches a request.</summary>
    /// <param name="asked">
    /// <c>1.2.3</c>, which is that version or else the nearest higher; <c>[1.2.3]</c>, that version only; <c>1.2.*</c> and <c>*</c>; a
    /// range such as <c>[1.0, 2.0)</c>; nothing, which is any version.
    /// </param>
    /// <param name="version">The available version.</param>
    public static VersionMatch Match(string asked, string version)
    {
        asked = asked.Trim();
        if (asked.Length == 0 || asked is "*" or "*-*")
        {
            return VersionMatch.Exact;
        }

        if (asked[0] is '[' or '(')
        {
            return InRange(asked, version) ? VersionMatch.Exact : VersionMatch.None;
        }

        if (asked.EndsWith('*'))
        {
            string start = asked[..^1].TrimEnd('-', '.');
            if ((version + ".").StartsWith(start + ".", StringComparison.OrdinalIgnoreCase))
            {
                return VersionMatch.Exact;
            }

            return Compare(version, start) > 0 ? VersionMatch.Higher : VersionMatch.None;
        }
        return Compare(version, asked) switch { 0 => VersionMatch.Exact, > 0 => VersionMatch.Higher, _ => VersionMatch.None };
    }

    /// <summary>
    /// Orders versions: 1.0, 1.0.0 and 1.0.0.0 are the same, what follows a plus sign is ignored, and 1.0.0-beta comes before 1.0.0.
    /// </summary>
    public static int Compare(string left, string right)
    {
        (BigInteger[] Numbers, string[] Labels) first = Parse(left);
        (BigInteger[] Numbers, string[] Labels) second = Parse(right);
        for (int index = 0; index < Math.Max(first.Numbers.Length, second.Numbers.Length); index++)
        {
            int order = first.Numbers.ElementAtOrDefault(index).CompareTo(second.Numbers.ElementAtOrDefault(index));
            if (order != 0)
            {
                return order;
            }
        }
        if (first.Labels.Length == 0 || second.Labels.Length == 0)
        {
            return second.Labels.Length.CompareTo(first.Labels.Length);
        }

        foreach ((string one, string other) in first.Labels.Zip(second.Labels))
        {
            int order = CompareLabels(one, other);
            if (order != 0)
            {
                return order;
            }
        }
        return first.Labels.Length.CompareTo(second.Labels.Length);
    }

    private static bool InRange(string range, string version)
    {
        string[] ends = range.Trim('[', ']', '(', ')').Split(',', StringSplitOptions.TrimEntries);
        if (ends.Length == 1)
        {
            return Compare(version, ends[0]) == 0;
        }

        bool isAbove = ends[0].Length == 0 || Compare(version, ends[0]) is var low && (range[0] == '[' ? low >= 0 : low > 0);
        bool isBelow = ends[1].Length == 0 || Compare(version, ends[1]) is var high && (range[^1] == ']' ? high <= 0 : high < 0);
        return isAbove && isBelow;
    }

    private static int CompareLabels(string left, string right) =>
        (BigInteger.TryParse(left, out BigInteger first), BigInteger.TryParse(right, out BigInteger second)) switch
        {
            (true, true) => first.CompareTo(second),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        };

    private static (BigInteger[] Numbers, string[] Labels) Parse(string version)
    {
        string[] halves = version.Split('+')[0].Split('-', 2);
        return (
            [.. halves[0].Split('.').Select(part => BigInteger.TryParse(part, out BigInteger number) ? number : BigInteger.Zero)],
            halves.Length > 1 ? halves[1].Split('.') : []);
    }
}

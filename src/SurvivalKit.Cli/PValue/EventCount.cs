using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>How many of a group had the event: <c>8/14</c>.</summary>
/// <param name="Events">The number with the event.</param>
/// <param name="N">The size of the group.</param>
internal sealed record EventCount(int Events, int N)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out EventCount? count, [NotNullWhen(false)] out string? problem)
    {
        count = null;
        problem = null;
        if (text.Split('/') is not [var events, var total] || Whole(events) is not { } e || Whole(total) is not { } n)
        {
            problem = $"{text}: events/n in whole numbers was expected, such as 8/14.";
        }
        else if (n == 0)
        {
            problem = $"{text}: the group is empty; a total of 1 or more was expected.";
        }
        else if (e > n)
        {
            problem = $"{text}: there are more events than members of the group.";
        }
        else
        {
            count = new EventCount(e, n);
        }

        return count is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Events}/{N}");

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}

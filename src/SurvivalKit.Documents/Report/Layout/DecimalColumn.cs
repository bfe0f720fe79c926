using System.Text.RegularExpressions;

namespace SurvivalKit.Documents;

/// <summary>Which cells of a column are aligned at their decimal point, and how wide they are on both sides of it.</summary>
/// <remarks>A cell is aligned where it starts with a number with a point, as <c>0.55 (0.41–0.75)</c>, or is a whole number. A column in
/// which a whole number is followed by more, as <c>9 (64.3)</c>, is not: its cells have their points in the brackets. Words such as
/// <c>1 [Reference]</c> decide nothing.</remarks>
internal sealed partial class DecimalColumn
{
    private DecimalColumn(double before, double after)
    {
        Before = before;
        After = after;
    }

    /// <summary>The width in front of the point, in units of the size of letters.</summary>
    public double Before { get; }

    /// <summary>The width from the point on.</summary>
    public double After { get; }

    /// <summary>Reads a column; <see langword="null"/>: its numbers are not aligned at a point.</summary>
    public static DecimalColumn? Of(IReadOnlyCollection<SurvivalKit.TableCell> cells)
    {
        SurvivalKit.TableCell[] numbers = [.. cells.Where(cell => Beginning().IsMatch(cell.Text))];
        bool hasPoint = numbers.Any(cell => Decimal().IsMatch(cell.Text));
        return hasPoint && numbers.All(IsAligned)
            ? new DecimalColumn(numbers.Max(cell => TextWidth.Of(Head(cell))), numbers.Max(AfterPoint))
            : null;
    }

    /// <summary>Whether a cell of such a column is aligned; the others are words such as <c>NA</c>.</summary>
    public static bool IsAligned(SurvivalKit.TableCell cell) => Decimal().IsMatch(cell.Text) || Whole().IsMatch(cell.Text);

    private static string Head(SurvivalKit.TableCell cell) => cell.Text.Split('.', 2)[0];

    private static double AfterPoint(SurvivalKit.TableCell cell) =>
        TextWidth.Of(cell.Text[Head(cell).Length..]) + (0.7 * TextWidth.Of(cell.Mark));

    [GeneratedRegex(@"^[<>≤≥]?\s*[−–-]?\.?\d(?!\d* \[)")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^[<>≤≥]?\s*[−–-]?\d*\.\d")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[<>≤≥]?\s*[−–-]?\d+$")]
    private static partial Regex Whole();
}

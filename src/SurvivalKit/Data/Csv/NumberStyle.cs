using System.Globalization;

namespace SurvivalKit;

/// <summary>A way to write numbers: the decimal sign, and the mark between thousands.</summary>
/// <param name="Decimal">The decimal sign.</param>
/// <param name="Thousands">The mark between groups of three digits; none: there is no such mark.</param>
internal sealed record NumberStyle(char Decimal, char? Thousands)
{
    /// <summary>12.5</summary>
    public static NumberStyle Point { get; } = new('.', null);

    /// <summary>12,5</summary>
    public static NumberStyle Comma { get; } = new(',', null);

    /// <summary>1,012.5</summary>
    public static NumberStyle PointWithCommas { get; } = new('.', ',');

    /// <summary>1.012,5</summary>
    public static NumberStyle CommaWithPoints { get; } = new(',', '.');

    /// <summary>All styles, the plain ones first.</summary>
    public static NumberStyle[] All { get; } =
    [
        Point, Comma, PointWithCommas, CommaWithPoints,
        .. " '\u2019\u00A0\u202F\u2009".SelectMany(mark => (NumberStyle[])[new('.', mark), new(',', mark)]),
    ];

    /// <summary>The finite number, or Inf and -Inf as R writes them; null for all else.</summary>
    public double? Parse(string cell)
    {
        if (cell is "Inf" or "-Inf" or "+Inf")
        {
            return cell[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (Plain(cell) is not { } plain)
        {
            return null;
        }

        return double.TryParse(
            plain,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out double value) && double.IsFinite(value) ? value : null;
    }

    // With a decimal point and without marks of thousands; null where the marks do not stand where they belong.
    private string? Plain(string cell)
    {
        int at = cell.IndexOf(Decimal, StringComparison.Ordinal);
        string whole = at < 0 ? cell : cell[..at];
        string rest = at < 0 ? "" : "." + cell[(at + 1)..];
        if (Thousands is { } mark && whole.Contains(mark, StringComparison.Ordinal))
        {
            string[] groups = whole.TrimStart('+', '-').Split(mark);
            if (groups[0] is not { Length: >= 1 and <= 3 } || groups[0][0] == '0'
                || !groups.Skip(1).All(group => group.Length == 3)
                || !groups.All(group => group.All(char.IsAsciiDigit)))
            {
                return null;
            }

            whole = whole.Replace(mark.ToString(), "", StringComparison.Ordinal);
        }

        return rest.AsSpan(Math.Min(rest.Length, 1)).ContainsAny('.', ',') || whole.AsSpan().ContainsAny('.', ',') ? null : whole + rest;
    }
}

using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Pieces of the audit's sentences.</summary>
internal static class Words
{
    /// <summary>The last part of a row: <c>PD</c> of <c>Best response &gt; PD</c>.</summary>
    /// <remarks>A label may begin with the sign itself, as <c>Ki-67 index &gt; &gt;55%</c> does.</remarks>
    public static string Label(string? row)
    {
        int at = row?.IndexOf(" > ", StringComparison.Ordinal) ?? -1;
        return row is null ? "the row" : at < 0 ? row : row[(at + 3)..];
    }

    /// <summary>The printed numbers of claims with pluses between them.</summary>
    public static string Sum(IEnumerable<Claim> claims) => string.Join(" + ", claims.Select(claim => claim.Printed));

    /// <summary>A first number minus others.</summary>
    public static string Difference(string first, IEnumerable<Claim> less) =>
        first + string.Concat(less.Select(claim => " − " + claim.Printed));

    /// <summary>A number in its shortest form.</summary>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}

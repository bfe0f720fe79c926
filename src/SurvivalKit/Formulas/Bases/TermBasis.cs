using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>The columns that a term such as <c>ns(age, 3)</c> makes of a number, with the constants that were fitted to the data.</summary>
/// <remarks>The fit and every prediction take their columns from the same basis, so that both code a value
/// alike, to the last bit.</remarks>
[JsonDerivedType(typeof(PolynomialBasis), "poly")]
[JsonDerivedType(typeof(RawPolynomialBasis), "raw poly")]
[JsonDerivedType(typeof(NaturalSplineBasis), "ns")]
[JsonDerivedType(typeof(RestrictedCubicSplineBasis), "rcs")]
[JsonDerivedType(typeof(BSplineBasis), "bs")]
[JsonDerivedType(typeof(CardinalSplineBasis), "nsk")]
internal abstract record TermBasis
{
    /// <summary>What each column adds to the name of the term.</summary>
    public abstract ImmutableArray<string> Suffixes { get; }

    /// <summary>The columns; a missing number is missing in all of them.</summary>
    public abstract ImmutableArray<ReadOnlyMemory<double>> Columns(ReadOnlyMemory<double> values);

    /// <summary>1, 2, ... as R numbers the columns of a matrix; a single column has the name of its term.</summary>
    protected static ImmutableArray<string> Numbered(int columns) =>
        columns == 1 ? [""] : [.. Enumerable.Range(1, columns).Select(column => FormattableString.Invariant($"{column}"))];

    protected static double[][] Empty(int columns, int rows)
    {
        var made = new double[columns][];
        for (int c = 0; c < columns; c++)
        {
            made[c] = GC.AllocateUninitializedArray<double>(rows);
        }

        return made;
    }

    protected static ImmutableArray<ReadOnlyMemory<double>> InMemory(double[][] columns) =>
        [.. columns.Select(column => (ReadOnlyMemory<double>)column)];
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>The powers x, x^2, ... as they are: R's <c>poly(x, degree, raw = TRUE)</c>.</summary>
/// <param name="Degree">The highest power.</param>
internal sealed record RawPolynomialBasis(int Degree) : TermBasis
{
    [JsonIgnore]
    public override ImmutableArray<string> Suffixes => Numbered(Degree);

    public override ImmutableArray<ReadOnlyMemory<double>> Columns(ReadOnlyMemory<double> values)
    {
        var columns = ImmutableArray.CreateBuilder<ReadOnlyMemory<double>>(Degree);
        columns.Add(values);
        for (int power = 2; power <= Degree; power++)
        {
            ReadOnlySpan<double> x = values.Span;
            double[] column = GC.AllocateUninitializedArray<double>(x.Length);
            for (int i = 0; i < column.Length; i++)
            {
                // R squares, and calls pow() for higher powers.
                column[i] = power == 2 ? x[i] * x[i] : Math.Pow(x[i], power);
            }

            columns.Add(column);
        }

        return columns.MoveToImmutable();
    }
}

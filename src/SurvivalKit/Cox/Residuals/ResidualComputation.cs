using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>Computes the residuals of a fit.</summary>
/// <param name="state">The rows, with risks and hazards at the estimates.</param>
/// <param name="covariance">The model's covariance of the estimates; 0 where one is not estimable.</param>
internal sealed class ResidualComputation(CoxState state, double[,] covariance)
{
    private readonly CoxData _data = state.Data;

    /// <param name="kind">The residuals.</param>
    /// <param name="groups">The group of each observation over which residuals are summed; empty: none.</param>
    /// <exception cref="SurvivalDataException">The ties of the fit have no such residuals, or the groups are not
    /// one an observation.</exception>
    public CoxResiduals Make(CoxResidualKind kind, ReadOnlySpan<int> groups)
    {
        bool ofEvents = kind is CoxResidualKind.Schoenfeld or CoxResidualKind.ScaledSchoenfeld;
        if (state.Ties == Ties.Exact && (ofEvents || kind is CoxResidualKind.Score or CoxResidualKind.DfBeta or CoxResidualKind.DfBetas))
        {
            throw new SurvivalDataException(
                $"There are no {ResidualTables.NameOf(kind)} residuals for exact ties; a fit with Efron's or Breslow's ties was expected.");
        }

        if (!groups.IsEmpty && (ofEvents || groups.Length != _data.Rows))
        {
            throw new SurvivalDataException(ofEvents
                ? $"The {ResidualTables.NameOf(kind)} residuals belong to events and cannot be added up by groups of observations; no groups were expected."
                : FormattableString.Invariant($"{NumberText.Count(groups.Length, "group")} {(groups.Length == 1 ? "was" : "were")} given for {NumberText.Count(_data.Rows, "observation")}; one each was expected."));
        }

        return kind switch
        {
            CoxResidualKind.Martingale or CoxResidualKind.Deviance or CoxResidualKind.CoxSnell => OfRows(kind, groups),
            CoxResidualKind.Schoenfeld => new SchoenfeldResiduals(state).Residuals(),
            CoxResidualKind.ScaledSchoenfeld => new SchoenfeldResiduals(state).Scaled(covariance),
            _ => OfCoefficients(kind, groups),
        };
    }

    private CoxResiduals OfRows(CoxResidualKind kind, ReadOnlySpan<int> groups)
    {
        ResidualRows rows = ResidualRows.Gather(state);
        RowHazards hazards = state.RowHazards;
        double[] martingale = GC.AllocateUninitializedArray<double>(_data.Rows);
        double[] expected = GC.AllocateUninitializedArray<double>(_data.Rows);
        RowBlocks.ForEach(RowBlocks.Parts(_data.Rows), _data.Rows, part =>
        {
            (int from, int to) = RowBlocks.Rows(part, _data.Rows);
            hazards.Fill(from, to, rows.Risk, expected.AsSpan(from, to - from), martingale.AsSpan(from, to - from));
        });

        // In the caller's order: observed events, expected events.
        double[] seen = new double[_data.Rows];
        double[] awaited = martingale;
        for (int i = 0; i < expected.Length; i++)
        {
            seen[_data.Order[i]] = _data.IsEvent[i] ? 1 : 0;
        }

        Scatter(expected, 1, awaited);
        GroupCodes? collapse = groups.IsEmpty ? null : GroupCodes.FromNumbers(groups);
        if (collapse is not null)
        {
            seen = collapse.Sums(seen);
            awaited = collapse.Sums(awaited);
        }

        double[] values = awaited;
        for (int i = 0; i < values.Length; i++)
        {
            double residual = seen[i] - awaited[i];
            values[i] = kind switch
            {
                CoxResidualKind.Martingale => residual,
                CoxResidualKind.Deviance => MartingaleResiduals.Deviance(residual, seen[i], awaited[i]),
                _ => awaited[i],
            };
        }

        return Arrange(kind, [ResidualTables.NameOf(kind)], values.Length, [values], collapse);
    }

    private CoxResiduals OfCoefficients(CoxResidualKind kind, ReadOnlySpan<int> groups)
    {
        ResidualRows rows = ResidualRows.Gather(state);
        var residuals = new ScoreResiduals(_data, state.Risks, state.Hazard, rows.Risk, []);
        bool isScore = kind == CoxResidualKind.Score;
        GroupCodes? collapse = groups.IsEmpty ? null : GroupCodes.FromNumbers(groups);
        int count = collapse?.Count ?? _data.Rows;
        var columns = new double[_data.Columns][];
        RowBlocks.ForEach(columns.Length, _data.Rows, j =>
        {
            double[] sorted = residuals.Column(j, rows.X[j]);
            if (!isScore)
            {
                TensorPrimitives.Multiply(sorted, _data.CaseWeight, sorted);
            }

            double[] given = GC.AllocateUninitializedArray<double>(_data.Rows);
            Scatter(sorted, _data.Scale[j], given);
            columns[j] = collapse?.Sums(given) ?? given;
        });
        return Arrange(kind, _data.Names, count, isScore ? columns : DfBetas(kind, columns, count), collapse);
    }

    private CoxResiduals Arrange(CoxResidualKind kind, ImmutableArray<string> names, int rows, double[][] columns, GroupCodes? groups) =>
        new(kind, names, rows, columns, () => groups is null ? state.Source.DataRows([.. Enumerable.Range(0, rows)]) : [])
        {
            Groups = [.. groups?.Values ?? []]
        };

    // Score residuals times the covariance, block by block.
    private double[][] DfBetas(CoxResidualKind kind, double[][] score, int rows)
    {
        var columns = new double[score.Length][];
        RowBlocks.ForEach(columns.Length, rows, j =>
        {
            columns[j] = new double[rows];
            if (double.IsNaN(state.Coefficients[j]))
            {
                Array.Fill(columns[j], double.NaN);
                return;
            }

            double unit = kind == CoxResidualKind.DfBetas ? 1 / Math.Sqrt(covariance[j, j]) : 1;
            for (int from = 0; from < rows; from += RowBlocks.Block)
            {
                int length = Math.Min(RowBlocks.Block, rows - from);
                Span<double> sum = columns[j].AsSpan(from, length);
                for (int k = 0; k < score.Length; k++)
                {
                    TensorPrimitives.MultiplyAdd(score[k].AsSpan(from, length), covariance[k, j] * unit, sum, sum);
                }
            }
        });
        return columns;
    }

    private void Scatter(double[] sorted, double scale, double[] given)
    {
        for (int i = 0; i < sorted.Length; i++)
        {
            given[_data.Order[i]] = sorted[i] * scale;
        }
    }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Expected numbers of events of observations with a time at risk.</summary>
internal static class CoxExpectation
{
    /// <summary>For the data of the fit: as in its martingale residuals, tied events are exposed to only part of the hazard at their
    /// time.</summary>
    public static CoxExpected Compute(CoxState state, CoxBasis basis)
    {
        CoxData data = state.Data;
        var hazards = new double[data.Rows];
        state.RowHazards.Fill(0, data.Rows, Ones(data.Rows), hazards, new double[data.Rows]);
        var sorted = new int[data.Rows];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[data.Order[i]] = i;
        }

        return Compute(
            basis,
            CoxRowsToPredict.Gather(state.Given),
            row => (data.Start.Length == 0 ? double.NaN : data.Start[sorted[row]], data.Time[sorted[row]]),
            row => data.IsEvent[sorted[row]] ? hazards[sorted[row]] : double.NaN);
    }

    /// <summary>For other observations.</summary>
    public static CoxExpected Compute(CoxBasis basis, CoxRowsToPredict rows, double[] start, double[] time) =>
        Compute(basis, rows, row => (start.Length == 0 ? double.NaN : start[row], time[row]), null);

    private static CoxExpected Compute(
        CoxBasis basis, CoxRowsToPredict rows, Func<int, (double Start, double Time)> timeOf, Func<int, double>? hazardOf)
    {
        // For rows without an event the general formula gives the same.
        ImmutableArray<double> events = ForEach(basis, rows, timeOf, (row, point, from, to) =>
            hazardOf?.Invoke(row) is { } hazard && !double.IsNaN(hazard) ? point.Times(hazard) : point.HazardOver(from, to));
        return new CoxExpected(events, new(() => ForEach(basis, rows, timeOf, (_, point, from, to) => point.Hazard(from, to).Error)));
    }

    private static ImmutableArray<double> ForEach(
        CoxBasis basis, CoxRowsToPredict rows, Func<int, (double Start, double Time)> timeOf, Func<int, CoxPoint, int, int, double> value)
    {
        var values = new double[rows.Rows];
        RowBlocks.ForEach(RowBlocks.Parts(rows.Rows), rows.Rows, part =>
        {
            var covariates = new double[basis.Coefficients.Length];
            (int first, int end) = RowBlocks.Rows(part, rows.Rows);
            for (int row = first; row < end; row++)
            {
                for (int j = 0; j < covariates.Length; j++)
                {
                    covariates[j] = rows.Design.Column(j)[row];
                }

                (double start, double time) = timeOf(row);
                int place = rows.Strata.Length == 0 ? 0 : rows.Strata[row];
                CoxStratum stratum = basis.Strata[place];
                var point = CoxPoint.Of(basis, place, covariates, rows.Offset.Length == 0 ? 0 : rows.Offset[row]);
                values[row] = value(row, point, double.IsNaN(start) ? -1 : stratum.PlaceOf(start), stratum.PlaceOf(time));
            }
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(rows.Spread(values));
    }

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}

using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Observations to predict for, those without missing values.</summary>
/// <param name="Design">Their covariates.</param>
/// <param name="Strata">The place of each one's stratum among those of the fit; empty where the model names none.</param>
/// <param name="Offset">The offset of each; empty: 0.</param>
/// <param name="Rows">Their number.</param>
internal sealed record CoxRowsToPredict(DesignMatrix Design, int[] Strata, double[] Offset, int Rows)
{
    /// <summary>The row of each in the caller's data, from 0; default: the same place.</summary>
    public ImmutableArray<int> Places { get; init; }

    /// <summary>The number of rows of the caller's data.</summary>
    public int Total { get; init; } = Rows;

    public int Missing => Total - Rows;

    /// <summary>New data coded by the terms of the fit.</summary>
    public static CoxRowsToPredict Gather(CodedData coded) => new(coded.Design, coded.Strata, coded.Offset, coded.Rows.Length)
    {
        Places = coded.Rows,
        Total = coded.Rows.Length + coded.Omitted,
    };

    /// <summary>The row of an observation in the caller's data, from 0.</summary>
    public int PlaceOf(int row) => Places.IsDefault ? row : Places[row];

    /// <summary>A value for each row of the caller's data: not a number where there is none.</summary>
    public double[] Spread(double[] values)
    {
        if (Missing == 0)
        {
            return values;
        }

        var spread = new double[Total];
        Array.Fill(spread, double.NaN);
        for (int i = 0; i < values.Length; i++)
        {
            spread[Places[i]] = values[i];
        }

        return spread;
    }

    /// <summary>The observations of the fit, in the caller's order.</summary>
    public static CoxRowsToPredict Gather(CoxState state)
    {
        CoxData data = state.Data;
        int[] strata = state.Source.NamesStrata ? new int[data.Rows] : [];
        double[] offset = data.Offset.Length == 0 ? [] : new double[data.Rows];
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            for (int row = data.StratumStarts[s]; row < data.StratumStarts[s + 1]; row++)
            {
                if (strata.Length > 0)
                {
                    strata[data.Order[row]] = s;
                }

                if (offset.Length > 0)
                {
                    offset[data.Order[row]] = data.Offset[row];
                }
            }
        }

        return new CoxRowsToPredict(state.Design, strata, offset, data.Rows);
    }

    /// <summary>Columns of a caller, checked against the fit.</summary>
    /// <exception cref="SurvivalDataException">Their number, their lengths or a stratum are not those of the fit.</exception>
    public static CoxRowsToPredict Gather(
        CoxBasis basis, ImmutableArray<string> names, DesignMatrix design, ReadOnlySpan<int> strata, ReadOnlySpan<double> offset)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.Columns != names.Length)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"{NumberText.Count(design.Columns, "column")} {(design.Columns == 1 ? "was" : "were")} given ({string.Join(", ", design.Names)}); the {names.Length} of the fit were expected: {string.Join(", ", names)}."));
        }

        int rows = design.Columns > 0 ? design.Rows : Math.Max(strata.Length, offset.Length);
        if ((!strata.IsEmpty && strata.Length != rows) || (!offset.IsEmpty && offset.Length != rows))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The columns have {NumberText.Count(rows, "observation")}, the strata {strata.Length} and the offset {offset.Length}; one each was expected."));
        }

        var places = new int[strata.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = basis.PlaceOf(FormattableString.Invariant($"{strata[i]}"));
            if (places[i] < 0)
            {
                throw SurvivalDataException.AtCell(
                    null,
                    i + 1L,
                    "strata",
                    FormattableString.Invariant($"{strata[i]}"),
                    $"the fit has no such stratum; it has {basis.StrataText}.");
            }
        }

        return new CoxRowsToPredict(design, places, offset.ToArray(), rows);
    }
}

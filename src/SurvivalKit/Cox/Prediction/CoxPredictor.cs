using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Predictions from the saved state of a fit.</summary>
internal static class CoxPredictor
{
    /// <summary>The curve of each stratum for the same covariates.</summary>
    public static CoxCurves Curves(CoxBasis basis, double[] covariates, CoxCurveOptions options) => new(
        [.. basis.Strata.Select((_, stratum) =>
            new CoxCurve(CoxPoint.Of(basis, stratum, covariates, basis.WeightedOffsetMean), null, options))], 0);

    /// <summary>The curve of each row in its stratum; in all strata where it names none.</summary>
    public static CoxCurves Curves(CoxBasis basis, CoxRowsToPredict rows, CoxCurveOptions options)
    {
        var curves = ImmutableArray.CreateBuilder<CoxCurve>();
        var covariates = new double[basis.Coefficients.Length];
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int j = 0; j < covariates.Length; j++)
            {
                covariates[j] = rows.Design.Column(j)[row];
            }

            double offset = rows.Offset.Length == 0 ? 0 : rows.Offset[row];
            int stratum = rows.Strata.Length == 0 ? -1 : rows.Strata[row];
            for (int s = Math.Max(0, stratum); s < (stratum < 0 ? basis.Strata.Length : stratum + 1); s++)
            {
                curves.Add(new CoxCurve(CoxPoint.Of(basis, s, covariates, offset), rows.PlaceOf(row) + 1, options));
            }
        }

        return new CoxCurves(curves.ToImmutable(), rows.Missing);
    }

    /// <summary>The rows, where each is known to be of a stratum.</summary>
    /// <exception cref="SurvivalDataException">The fit has strata and the rows name none.</exception>
    public static CoxRowsToPredict InStrata(
        CoxBasis basis, CoxRowsToPredict rows) => basis.Strata.Length == 1 || rows.Strata.Length > 0 || rows.Rows == 0
        ? rows
        : throw new SurvivalDataException($"The fit has strata, and none is named; one of {basis.StrataText} was expected for each row.");
}

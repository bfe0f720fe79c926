using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The rows of a coefficient table.</summary>
internal static class CoxTerms
{
    public static ImmutableArray<CoxTerm> Build(ImmutableArray<string> names, CoxSolution solution, RobustVariance? robust, double level)
    {
        double z = ConfidenceLevel.NormalQuantile(level);
        return [.. names.Select((name, j) => Term(
            name,
            solution.Coefficients[j],
            Math.Sqrt(solution.Covariance[j, j]),
            robust is null ? null : Math.Sqrt(robust.Covariance[j, j]),
            z,
            solution.Status == FitStatus.Separation && solution.AtFault.Contains(name)))];
    }

    private static CoxTerm Term(string name, double coefficient, double modelError, double? robustError, double z, bool isInfinite)
    {
        if (double.IsNaN(coefficient))
        {
            return new CoxTerm(name, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN)
            {
                RobustStandardError = robustError is null ? null : double.NaN,
            };
        }

        // The information on a coefficient that goes to infinity goes to 0, and faster than the coefficient grows.
        if (isInfinite)
        {
            modelError = double.PositiveInfinity;
            robustError = robustError is null ? null : double.PositiveInfinity;
        }

        double error = robustError ?? modelError;
        double ratio = coefficient == 0 ? 0 : coefficient / error;
        return new CoxTerm(
            name,
            coefficient,
            modelError,
            ratio,
            ReferenceDistribution.NormalTwoSided(ratio),
            Math.Exp(coefficient),
            Math.Exp(coefficient - (z * error)),
            Math.Exp(coefficient + (z * error)))
        {
            RobustStandardError = robustError,
        };
    }
}

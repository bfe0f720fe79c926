using System.Collections.Immutable;

namespace SurvivalKit;

public sealed partial class CoxFit
{
    /// <summary>Profile-likelihood intervals of all coefficients: where the log-likelihood, maximised over the
    /// other coefficients, is half a chi-square quantile below its maximum (Venzon and Moolgavkar 1988).</summary>
    /// <param name="level">The confidence level, between 0 and 1; default: that of the fit.</param>
    /// <remarks>Under Firth's or a ridge penalty the likelihood is the penalised one. The intervals do not depend on a coefficient's scale,
    /// and where a coefficient has no finite estimate (<see cref="FitStatus.Separation"/>) they still have one limit.</remarks>
    /// <exception cref="SurvivalDataException">The level is not between 0 and 1, or the fit was loaded and has no data.</exception>
    public ProfileIntervals ProfileIntervals(double? level = null)
    {
        var search = new ProfileSearch(State.Given, Options, _modelCovariance);
        double z = QuantileOf(level);
        return new(level ?? Options.Level, [.. Enumerable.Range(0, Terms.Length).Select(column => Profile(search, column, z))]);
    }

    /// <summary>The profile-likelihood interval of one coefficient: <see cref="ProfileIntervals"/>.</summary>
    /// <param name="term">The coefficient's name.</param>
    /// <param name="level">The confidence level, between 0 and 1; default: that of the fit.</param>
    /// <exception cref="SurvivalDataException">There is no such coefficient, the level is not between 0 and 1, or the fit was
    /// loaded and has no data.</exception>
    public ProfileInterval ProfileInterval(string term, double? level = null) =>
        Profile(new ProfileSearch(State.Given, Options, _modelCovariance), Terms.IndexOf(this[term]), QuantileOf(level));

    /// <summary>Compares this fit with a smaller one to the same data by their likelihoods, as R's <c>anova(smaller, larger)</c>.</summary>
    /// <param name="smaller">A fit with some of the terms of this one.</param>
    /// <exception cref="SurvivalDataException">The fits differ in more than their terms, the other is not smaller, or one has robust
    /// standard errors or a penalty.</exception>
    public CoxComparison CompareWith(CoxFit smaller)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        return CoxComparison.Compare(smaller, this);
    }

    /// <summary>The Wald test that all coefficients of one or several terms are 0, by the robust covariance
    /// where the fit has one.</summary>
    /// <param name="terms">Terms as the formula has them (<c>factor(ph.ecog)</c>, <c>age:sex</c>), or names of coefficients.</param>
    /// <exception cref="SurvivalDataException">There is no such term, or its coefficient is infinite.</exception>
    public TestResult WaldTestOf(params IEnumerable<string> terms)
    {
        int[] columns = [.. ColumnsOf(terms).Where(column => Terms[column].IsEstimable)];
        int infinite = Array.FindIndex(columns, column => Terms[column].StandardError == double.PositiveInfinity);
        if (infinite >= 0)
        {
            string name = Terms[columns[infinite]].Name;
            throw new SurvivalDataException(
                $"A Wald test needs finite estimates, and the coefficient of {name} is infinite; LikelihoodRatioTestOf was expected.");
        }

        var covariance = new double[columns.Length, columns.Length];
        for (int j = 0; j < columns.Length; j++)
        {
            for (int k = 0; k < columns.Length; k++)
            {
                // In units of the standard errors: the columns' own units may be far apart.
                covariance[j, k] = _covariance[columns[j], columns[k]] / (ErrorOf(columns[j]) * ErrorOf(columns[k]));
            }
        }

        double[] ratios = [.. columns.Select(column => Terms[column].Coefficient / ErrorOf(column))];
        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(covariance);
        double statistic = factor.Solve(ratios).Zip(ratios, (left, right) => left * right).Sum();
        return new(TestKind.Wald, statistic, factor.Rank, factor.Rank == 0 ? 1 : ReferenceDistribution.ChiSquareUpper(
            statistic, factor.Rank));
    }

    /// <summary>The likelihood-ratio test that all coefficients of one or several terms are 0: the model is fitted
    /// again without them.</summary>
    /// <param name="terms">Terms as the formula has them (<c>factor(ph.ecog)</c>, <c>age:sex</c>), or names of coefficients.</param>
    /// <exception cref="SurvivalDataException">There is no such term, the fit has robust standard errors or a ridge penalty, or it was
    /// loaded and has no data.</exception>
    public TestResult LikelihoodRatioTestOf(params IEnumerable<string> terms)
    {
        LikelihoodTests.Refuse(this);
        ImmutableArray<int> left = ColumnsOf(terms);
        (double value, int rank) = Maximum(column => !left.Contains(column));
        return LikelihoodTests.LikelihoodRatio(LogLikelihood - value, DegreesOfFreedom - rank);
    }

    /// <summary>The formulas of this model's variables one by one: each with the strata, offset and clusters of the model, as for the
    /// univariate columns of a <see cref="RegressionTable"/>.</summary>
    /// <remarks>As in gtsummary's <c>tbl_uvregression</c>, a fit of one of them uses all rows in which that variable is known, which may
    /// be more than those of the model. Interactions have none.</remarks>
    /// <exception cref="SurvivalDataException">The fit was made to columns, or only interactions are terms.</exception>
    public ImmutableArray<string> UnivariateFormulas() => ModelTerms.UnivariateFormulas() is { Length: > 0 } formulas
        ? formulas
        : throw new SurvivalDataException($"{Formula} has no variable that is a term of its own; one or more were expected.");

    private double ErrorOf(int column) => Math.Sqrt(_covariance[column, column]);

    private double QuantileOf(double? level)
    {
        ConfidenceLevel.Check(level ?? Options.Level);
        return ConfidenceLevel.NormalQuantile(level ?? Options.Level);
    }

    private ProfileInterval Profile(ProfileSearch search, int column, double z)
    {
        (double lower, double upper) = Terms[column].IsEstimable ? search.Limits(column, z) : (double.NaN, double.NaN);
        return new(Terms[column].Name, Terms[column].Coefficient, lower, upper);
    }

    private ImmutableArray<int> ColumnsOf(IEnumerable<string> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var columns = ImmutableSortedSet.CreateBuilder<int>();
        foreach (string term in terms)
        {
            int[] found = [.. Enumerable.Range(0, Terms.Length).Where(column => _termOfColumn[column] == term)];
            found = found.Length > 0 ? found : [.. Enumerable.Range(0, Terms.Length).Where(column => Terms[column].Name == term)];
            columns.UnionWith(found.Length > 0
                ? found
                : throw new SurvivalDataException(
                    $"The model has no term \"{term}\"; it has {string.Join(", ", _termOfColumn.Distinct())}."));
        }

        return [.. columns];
    }
}

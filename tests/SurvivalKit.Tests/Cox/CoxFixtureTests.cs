using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Cox models against R's coxph.</summary>
public sealed class CoxFixtureTests
{
    private static readonly RFixture R = RFixture.Load("cox");

    // Under separation there is no finite estimate to compare.
    public static TheoryData<string> Names => RFixture.Names("cox", theCase => !RFixture.HasTag(theCase, "separation"));

    public static TheoryData<string> Separated => RFixture.Names("cox", theCase => RFixture.HasTag(theCase, "separation"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        CoxFit fit = Fit(expected);

        Assert.Equal(expected["n"]!.GetValue<int>(), fit.Observations);
        Assert.Equal(expected["omitted"]!.GetValue<int>(), fit.Omitted);
        Assert.Equal(expected["names"]!.AsArray().Select(node => node!.GetValue<string>()), fit.Terms.Select(term => term.Name));
        Close.To(expected["loglik"]!["null"], fit.NullLogLikelihood, "null log-likelihood");
        Close.To(expected["loglik"]!["model"], fit.LogLikelihood, "log-likelihood");
        if (fit.Terms.IsEmpty)
        {
            return;
        }

        Assert.Equal(expected["events"]!.GetValue<int>(), fit.Events);
        Assert.Equal(RFixture.HasTag(expected, "singular") ? FitStatus.Singular : FitStatus.Converged, fit.Status);
        Close.To(expected["coef"], fit.Terms.Select(term => term.Coefficient), "coef");
        for (int j = 0; j < fit.Terms.Length; j++)
        {
            if (fit.Terms[j].IsEstimable)
            {
                Close.To(expected["se"]![j], fit.Terms[j].StandardError, "se");
                CompareRobust(expected, fit, j);
                Close.To(expected["z"]![j], fit.Terms[j].Z, "z");
                Close.To(expected["logP"]![j], Math.Log(fit.Terms[j].P), "log P");
                Close.To(expected["lower"]![j], fit.Terms[j].Lower, "lower");
                Close.To(expected["upper"]![j], fit.Terms[j].Upper, "upper");
            }
        }

        CompareTest(expected["lr"]!, fit.LikelihoodRatio);
        if (RFixture.HasTag(expected, "badly-scaled"))
        {
            // R inverts the covariance itself and treats a column of large scale as dependent; the expected value is from R's z values and
            // correlations.
            Close.To(WaldFromCorrelations(expected), fit.Wald.Statistic!.Value, "Wald test");
        }
        else
        {
            CompareTest(expected["wald"]!, fit.Wald);
        }

        CompareTest(expected["score"]!, fit.Score);
        Assert.Equal(expected["robust"]!.GetValue<bool>(), fit.IsRobust);
        if (fit.RobustScore is { } robust)
        {
            CompareTest(expected["robustScore"]!, robust);
        }

        Close.To(expected["aic"], fit.Aic, "AIC");
        Close.To(expected["bic"], fit.Bic, "BIC");
        Close.To(expected["concordance"]!["estimate"], fit.Concordance.Estimate, "concordance");
        Close.To(expected["concordance"]!["std"], fit.Concordance.StandardError, "concordance's se");
    }

    [Theory]
    [MemberData(nameof(Separated))]
    public void Separation_is_a_status_and_names_the_term(string name)
    {
        JsonObject expected = R.Cases()[name];
        CoxFit fit = Fit(expected);

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.NotEmpty(fit.AtFault);

        // Both approach the supremum and stop at different distances from it.
        Assert.Equal(expected["loglik"]!["model"]!.GetValue<double>(), fit.LogLikelihood, 1e-6);
    }

    private static CoxFit Fit(JsonObject expected) => CoxModel.Fit(R.Data(expected), expected["formula"]!.GetValue<string>(), new()
    {
        Ties = Enum.Parse<Ties>(expected["ties"]!.GetValue<string>(), ignoreCase: true),
        Robust = expected["robust"]!.GetValue<bool>(),
    }, weights: expected["weights"]?.GetValue<string>());

    private static void CompareRobust(JsonObject expected, CoxFit fit, int term)
    {
        if (!fit.IsRobust)
        {
            Assert.Null(fit.Terms[term].RobustStandardError);
            return;
        }

        Close.To(expected["robustSe"]![term], fit.Terms[term].RobustStandardError!.Value, "robust se");
        for (int k = 0; k < fit.Terms.Length; k++)
        {
            Close.To(expected["var"]![term]![k], fit.Covariance(term, k), "robust covariance");
            Close.To(expected["naiveVar"]![term]![k], fit.NaiveCovariance(term, k), "covariance of the model");
        }
    }

    private static double WaldFromCorrelations(JsonObject expected)
    {
        double[] z = expected["z"].Deserialize<double[]>()!;
        double[][] covariance = expected["var"].Deserialize<double[][]>()!;
        var correlations = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(
            z.Length, z.Length, (i, j) => covariance[i][j] / Math.Sqrt(covariance[i][i] * covariance[j][j]));
        var vector = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(z);
        return vector.DotProduct(correlations.Solve(vector));
    }

    private static void CompareTest(JsonNode expected, TestResult actual)
    {
        Close.To(expected["value"], actual.Statistic!.Value, actual.Test);
        Close.To(expected["df"], actual.DegreesOfFreedom!.Value, actual.Test + " df");
        Close.To(expected["logP"], Math.Log(actual.P), actual.Test + " log P");
    }
}

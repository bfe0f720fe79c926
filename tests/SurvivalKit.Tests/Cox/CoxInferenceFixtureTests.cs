using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Profile likelihoods, comparisons and tests of terms against R.</summary>
public sealed class CoxInferenceFixtureTests
{
    public static TheoryData<string> Profiles => RPrediction.Names("profile");

    public static TheoryData<string> Comparisons => RPrediction.Names("comparison");

    public static TheoryData<string> Terms => RPrediction.Names("terms");

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Profile_intervals_agree(string name)
    {
        JsonObject theCase = RPrediction.Case(name);
        CoxFit fit = RPrediction.Fit(theCase);
        ProfileIntervals intervals = fit.ProfileIntervals();
        foreach ((JsonNode? expected, ProfileInterval interval) in theCase["profile"]!.AsArray().Zip(intervals))
        {
            Assert.Equal(expected!["name"]!.GetValue<string>(), interval.Name);
            Close.To(expected["lower"], interval.LowerCoefficient, interval.Name + " lower");
            Close.To(expected["upper"], interval.UpperCoefficient, interval.Name + " upper");
            Assert.Equal(interval, fit.ProfileInterval(interval.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Comparisons_agree(string name)
    {
        JsonObject theCase = RPrediction.Case(name);
        CoxComparison comparison = RPrediction.Fit(theCase).CompareWith(RPrediction.Fit(theCase, theCase["smaller"]!.GetValue<string>()));
        Close.To(theCase["comparison"]!["chisq"], comparison.Test.Statistic!.Value, "chi-square");
        Close.To(theCase["comparison"]!["df"], comparison.Test.DegreesOfFreedom!.Value, "df");
        Close.To(theCase["comparison"]!["p"], comparison.Test.P, "P");
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void Tests_of_terms_agree(string name)
    {
        JsonObject theCase = RPrediction.Case(name);
        CoxFit fit = RPrediction.Fit(theCase);
        foreach (JsonNode? expected in theCase["terms"]!.AsArray())
        {
            string term = expected!["term"]!.GetValue<string>();
            TestResult wald = fit.WaldTestOf(term);
            Close.To(expected["wald"], wald.Statistic!.Value, term);
            Close.To(expected["df"], wald.DegreesOfFreedom!.Value, term);
            if (expected["lr"] is { } ratio)
            {
                Close.To(ratio, fit.LikelihoodRatioTestOf(term).Statistic!.Value, term);
                Close.To(expected["df"], fit.LikelihoodRatioTestOf(term).DegreesOfFreedom!.Value, term);
            }
            else
            {
                Assert.Contains(
                    "robust",
                    Assert.Throws<SurvivalDataException>(() => fit.LikelihoodRatioTestOf(term)).Message,
                    StringComparison.Ordinal);
            }
        }
    }
}

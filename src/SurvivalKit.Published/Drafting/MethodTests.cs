namespace SurvivalKit.Published;

/// <summary>The test that a P value is taken to be of, by the methods that are named.</summary>
internal sealed class MethodTests(StudyMethods methods, int arms)
{
    /// <summary>Why there is no test of numbers.</summary>
    public string WhyNot => arms != 2
        ? "A study file has no test of numbers between more than two arms."
        : "The methods name a test of ranks, which only the patients' values give.";

    /// <summary>A P value of counts: the chi-square test, or Fisher's where the methods name no other.</summary>
    public StudyMeasure OfCounts(PValueMeasure of) =>
        of with
        {
            Test = Names(TestKind.FisherExact) && !Names(TestKind.PearsonChiSquare) ? TestKind.FisherExact
            : TestKind.PearsonChiSquare
        };

    /// <summary>A P value of numbers: the t test; <see langword="null"/>: there is none.</summary>
    public StudyMeasure? OfNumbers(string column) =>
        arms != 2 || (Names(TestKind.RankSum) && !Names(TestKind.StudentT)) ? null
            : new PValueMeasure { Test = TestKind.StudentT, Column = column };

    private bool Names(TestKind kind) => methods.Tests.Any(test => test.Kinds.Contains(kind));
}

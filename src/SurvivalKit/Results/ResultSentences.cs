using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Sentences that results share.</summary>
internal static class ResultSentences
{
    /// <summary>How many rows an analysis left out; none where it used all.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="weightless">Those of them that have a weight of 0.</param>
    public static ImmutableArray<string> LeftOut(int rows, int weightless = 0) =>
    [
        .. rows <= weightless ? [] : (string[])[$"{NumberText.Count(rows - weightless, "row")} left out because a value is missing."],
        .. weightless == 0 ? [] : (string[])[$"{NumberText.Count(weightless, "row")} left out because the weight is 0."],
    ];

    /// <summary>How many rows have no prediction; none where all have one.</summary>
    public static ImmutableArray<string> WithoutPrediction(int rows) =>
        rows == 0 ? [] : [$"{NumberText.Count(rows, "row")} without a prediction, because a value is missing."];

    /// <summary>The title of a result: <c>Log-rank test: Surv(time, status) ~ sex</c>; without the formula where there is none.</summary>
    public static string Title(string what, string formula) => formula.Length == 0 ? what : $"{what}: {formula}";
}

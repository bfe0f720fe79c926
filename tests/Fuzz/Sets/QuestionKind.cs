namespace SurvivalKit.Fuzz;

/// <summary>What is asked of a data set.</summary>
internal enum QuestionKind
{
    /// <summary>Kaplan-Meier curves, R's <c>survfit</c>.</summary>
    KaplanMeier,

    /// <summary>The log-rank family, R's <c>survdiff</c>.</summary>
    LogRank,

    /// <summary>A Cox model and what is derived of it, R's <c>coxph</c>.</summary>
    Cox,
}

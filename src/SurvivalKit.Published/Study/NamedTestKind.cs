namespace SurvivalKit.Published;

/// <summary>Which family a test belongs to that a methods section names, whatever words it uses.</summary>
public enum NamedTestKind
{
    /// <summary>None of the others, or not said: <c>other</c>.</summary>
    Other,

    /// <summary>A t test of two means; Student's and Welch's are not told apart: <c>t</c>.</summary>
    TTest,

    /// <summary>A one-way analysis of variance: <c>anova</c>.</summary>
    AnalysisOfVariance,

    /// <summary>A rank test, of Wilcoxon, Mann and Whitney, or Kruskal and Wallis: <c>rank</c>.</summary>
    Rank,

    /// <summary>A chi-square test of a table of counts, with or without a correction: <c>chi-square</c>.</summary>
    ChiSquare,

    /// <summary>Fisher's exact test, or Freeman and Halton's for larger tables: <c>fisher</c>.</summary>
    Fisher,

    /// <summary>A test for trend over ordered levels: <c>trend</c>.</summary>
    Trend,

    /// <summary>A log-rank test: <c>log-rank</c>.</summary>
    LogRank,

    /// <summary>A Cox model, whose P values are Wald's where nothing else is said: <c>cox</c>.</summary>
    Cox,
}

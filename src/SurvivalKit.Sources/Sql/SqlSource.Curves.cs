using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <content>Curves and their comparison, from counts by time and group.</content>
public sealed partial class SqlSource
{
    /// <summary>Kaplan-Meier curves, as <see cref="KaplanMeier.Fit(DataFrame, string, KaplanMeierOptions?, string?, string?, string?)"/>
    /// of the rows.</summary>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ arm</c>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights; default: none. Errors are Greenwood's: robust ones need the rows.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, or the database cannot answer.</exception>
    public KaplanMeierCurves KaplanMeier(
        string formula, KaplanMeierOptions? options = null, string? weights = null, CancellationToken cancellation = default) =>
        SurvivalKit.KaplanMeier.Fit(Count(formula, weights, cancellation), formula, options, weights);

    /// <summary>Cumulative hazards, as <see cref="NelsonAalen.Fit(DataFrame, string, NelsonAalenOptions?, string?, string?, string?)"/> of
    /// the rows.</summary>
    /// <param name="formula">Response and groups, as <c>Surv(time, status) ~ arm</c>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights; default: none.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, or the database cannot answer.</exception>
    public NelsonAalenCurves NelsonAalen(
        string formula, NelsonAalenOptions? options = null, string? weights = null, CancellationToken cancellation = default) =>
        SurvivalKit.NelsonAalen.Fit(Count(formula, weights, cancellation), formula, options, weights);

    /// <summary>The log-rank test or one of its family, as <see cref="LogRank.Test(DataFrame, string, LogRankOptions?)"/> of the rows; its
    /// <see cref="LogRankResult.Trend"/> is the test for trend.</summary>
    /// <param name="formula">Response, groups and strata, as <c>Surv(time, status) ~ arm + strata(site)</c>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, or the database cannot answer.</exception>
    public LogRankResult LogRank(string formula, LogRankOptions? options = null, CancellationToken cancellation = default) =>
        SurvivalKit.LogRank.Test(Count(formula, cancellation: cancellation), formula, options);

    /// <summary>Every two groups compared, as <see cref="SurvivalKit.LogRank.Pairwise(DataFrame, string, PValueAdjustment,
    /// LogRankOptions?)"/> of the rows.</summary>
    /// <param name="formula">Response, groups and strata.</param>
    /// <param name="adjustment">How the P values are adjusted.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, or the database cannot answer.</exception>
    public PairwiseLogRank PairwiseLogRank(
        string formula,
        PValueAdjustment adjustment = PValueAdjustment.Holm,
        LogRankOptions? options = null,
        CancellationToken cancellation = default) =>
        SurvivalKit.LogRank.Pairwise(Count(formula, cancellation: cancellation), formula, adjustment, options);

    /// <summary>Several weighted log-rank tests at once, as <see cref="SurvivalKit.MaxCombo.Test(DataFrame, string,
    /// MaxComboOptions?)"/> of the rows.</summary>
    /// <param name="formula">Response, two groups and strata.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used, or the database cannot answer.</exception>
    public MaxComboResult MaxCombo(string formula, MaxComboOptions? options = null, CancellationToken cancellation = default) =>
        SurvivalKit.MaxCombo.Test(Count(formula, cancellation: cancellation), formula, options);

    /// <summary>The rows counted by what a formula uses: a frame that stands for the rows wherever curves and tests of groups are
    /// computed by this formula.</summary>
    /// <param name="formula">Response, groups and strata.</param>
    /// <param name="weights">The column of case weights, of which the frame has the sums; default: none.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <exception cref="SurvivalDataException">The formula cannot be used, or the database cannot answer.</exception>
    public DataFrame Count(string formula, string? weights = null, CancellationToken cancellation = default) =>
        SqlCells.Read(_relation, _options, SurvivalFormula.Parse(formula), weights, cancellation);
}

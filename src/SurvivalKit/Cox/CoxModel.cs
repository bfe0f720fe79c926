using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Cox's proportional-hazards regression (Cox 1972); agrees with R's <c>coxph</c>.</summary>
/// <example><code>
/// var fit = CoxModel.Fit(lung, "Surv(time, status) ~ age + factor(sex)");
/// Console.WriteLine(fit["factor(sex)2"].HazardRatio);
/// </code></example>
public static class CoxModel
{
    /// <summary>Fits a model given by a formula.</summary>
    /// <remarks>Columns of numbers without missing values are not copied but read on the first prediction. If a value of the frame is
    /// overwritten in place before that, the prediction uses the new value; replacing a whole column has no effect.</remarks>
    /// <param name="data">The data.</param>
    /// <param name="formula">Response and terms, as <c>Surv(time, status) ~ age + strata(sex)</c>.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="weights">The column of case weights, not negative; default: none, every observation counts once.</param>
    /// <param name="cluster">The column of clusters, for robust standard errors; default: none, each observation is its own cluster. A
    /// <c>cluster()</c> in the formula has the same effect.</param>
    /// <param name="id">The column that names the subject of each row, where a subject has several; default: none. It changes no estimate;
    /// <see cref="CoxFit.Subjects"/> counts them.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used.</exception>
    public static CoxFit Fit(
        DataFrame data, string formula, CoxOptions? options = null, string? weights = null, string? cluster = null, string? id = null)
    {
        options ??= new CoxOptions();
        ModelFrame frame = ModelFrame.Build(data, formula, weights, cluster, id);
        ModelValues values = frame.Values;
        SurvivalSample sample = Sample(frame.Response, options, values.Strata, values.Weights, values.Clusters);
        var source = new CoxSource(ModelTerms.Learn(frame), [], frame.Rows.Length == data.Rows.Count ? default : frame.Rows)
        {
            Undefined = frame.Undefined,
            Labels = SurvivalData.LabelsOf(data),
            Subjects = values.Subjects,
        };
        int omitted = checked((int)data.Rows.Count) - frame.Response.Count;
        return Fit(formula, sample, frame.Design(), options, values.Offset, omitted, source, frame);
    }

    /// <summary>Fits a model to columns of numbers.</summary>
    /// <param name="response">The observations.</param>
    /// <param name="design">One column a coefficient.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    /// <param name="weights">The case weight of each observation; empty: all 1.</param>
    /// <param name="offset">What is added to each linear predictor; empty: nothing.</param>
    /// <param name="clusters">The cluster of each observation, any number, for robust standard errors; empty: each is its own.</param>
    /// <exception cref="SurvivalDataException">Lengths differ or a value cannot be used.</exception>
    public static CoxFit Fit(
        Surv response,
        DesignMatrix design,
        CoxOptions? options = null,
        ReadOnlySpan<int> strata = default,
        ReadOnlySpan<double> weights = default,
        ReadOnlySpan<double> offset = default,
        ReadOnlySpan<int> clusters = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(design);
        options ??= new CoxOptions();
        SurvivalSample sample = Sample(response, options, strata, weights.ToArray(), clusters.ToArray());
        design.Check(response, offset);

        return Fit("", sample, design, options, offset, 0, new CoxSource(null, strata.ToArray(), default));
    }

    /// <summary>Throws where an option cannot be used, whatever the data.</summary>
    internal static void Check(CoxOptions options)
    {
        ConfidenceLevel.Check(options.Level);
        Choice.Check(options.Ties);
        if (options.MaxIterations < 0 || !(options.Tolerance > 0))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"At most {options.MaxIterations} iterations to a tolerance of {options.Tolerance} were asked for; 0 or more, and a tolerance above 0, were expected."));
        }
    }

    private static SurvivalSample Sample(Surv response, CoxOptions options, ReadOnlySpan<int> strata, double[] weights, int[] clusters) =>
        SurvivalSample.Make(
            response, options.JoinNearTies, weights, strata: GroupCodes.FromNumbers(strata), clusters: clusters, robust: options.Robust);

    /// <summary>Fits a model to a sample.</summary>
    /// <param name="formula">The formula; empty: none.</param>
    /// <param name="sample">The observations.</param>
    /// <param name="design">One column a coefficient.</param>
    /// <param name="options">The options.</param>
    /// <param name="offset">What is added to each linear predictor; empty: nothing.</param>
    /// <param name="omitted">The number of rows that are not in the sample.</param>
    /// <param name="source">The source of the columns.</param>
    /// <param name="frame">The frame that the sample was made of; <see langword="null"/>: none.</param>
    /// <param name="lasting">Which observations stay at risk after their end; <see langword="null"/>: none.</param>
    internal static CoxFit Fit(
        string formula,
        SurvivalSample sample,
        DesignMatrix design,
        CoxOptions options,
        ReadOnlySpan<double> offset,
        int omitted,
        CoxSource source,
        ModelFrame? frame = null,
        LastingWeights? lasting = null)
    {
        Check(options);
        if (sample.IsRobust && options.Ties == Ties.Exact)
        {
            throw new SurvivalDataException("There are no robust standard errors for exact ties; Efron's or Breslow's ties were expected.");
        }

        CoxData data = CoxData.Gather(sample, design, offset, lasting);
        double[] offsets = offset.ToArray();
        CoxSolution solution = CoxEstimation.Run(data, design, options, Restratified);
        var state = new CoxState(solution.Data ?? data, design, solution.Coefficients, options.Ties)
        {
            Restratified = Restratified,
            NeedsAccuracy = solution.NeedsAccuracy,
            IsIllConditioned = solution.Basis is { IsMixed: true },
            Clusters = sample.Clusters.Length == 0 ? null : GroupCodes.FromNumbers(sample.Clusters),
            Source = source,
        };
        state = solution.Limit is { } limit ? state.InTheLimit(limit) : state;
        return new CoxFit(formula, options, state, solution, sample.IsRobust ? RobustVariance.Compute(state, solution) : null, omitted)
        {
            DataCautions = frame?.Cautions ?? [],
            Weightless = frame?.Weightless ?? 0,
            Subjects = frame is { Values.Subjects: { Length: > 0 } subjects } ? subjects.Distinct().Count() : null,
        };

        CoxData Restratified(int[] strata) =>
            CoxData.Gather(sample with { Strata = GroupCodes.FromNumbers(strata) }, design, offsets, lasting);
    }
}

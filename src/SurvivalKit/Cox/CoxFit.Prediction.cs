using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

public sealed partial class CoxFit
{
    private readonly Lazy<CoxBasis> _basis;
    private readonly ModelTerms? _terms;

    /// <summary>The state of the fit that predictions need.</summary>
    internal CoxBasis Basis => _basis.Value;

    /// <summary>The cumulative baseline hazard of each stratum, with the survival that belongs to it, as R's <c>basehaz</c>.</summary>
    /// <param name="centered">Whether the covariates are at their means, as R's default, and not at 0. A column of -1, 0 and 1 only has
    /// the reference value 0. An offset is at its weighted mean in both cases.</param>
    /// <param name="options">Intervals; <see langword="null"/>: the documented defaults.</param>
    /// <returns>A curve for each stratum. Their errors are those of R's <c>survfit</c> for these covariates.</returns>
    public CoxCurves Baseline(bool centered = false, CoxCurveOptions? options = null) =>
        CoxPredictor.Curves(Basis, centered ? Basis.Means : new double[Basis.Means.Length], Completed(options))
            .AsBaseline(centered ? "covariates at their means" : "covariates of 0");

    /// <summary>The survival curve of each stratum at the means of the covariates, as R's <c>survfit(fit)</c>:
    /// <see cref="Baseline"/>, centred.</summary>
    /// <param name="options">Intervals; <see langword="null"/>: the documented defaults.</param>
    public CoxCurves Curves(CoxCurveOptions? options = null) => Baseline(centered: true, options);

    /// <summary>Linear predictors and risks of the observations of the fit, in the order of its data.</summary>
    /// <param name="reference">What is subtracted from the linear predictors; default: the means of their strata, as in R.</param>
    public CoxPredictions Predict(CoxReference reference = CoxReference.Strata) =>
        new(Basis, CoxRowsToPredict.Gather(State.Given), reference);

    /// <summary>Linear predictors and risks of new observations.</summary>
    /// <param name="newData">A frame with the columns that the terms name; the response may be missing. Its factors are coded by
    /// the levels of the fit.</param>
    /// <param name="reference">What is subtracted from the linear predictors; default: the means of their strata, as in R.</param>
    /// <returns>One element a row; NaN, and counted as missing, where a value is missing.</returns>
    /// <exception cref="SurvivalDataException">A column is missing, or a level or stratum is unknown to the fit; the message names row,
    /// column and value.</exception>
    public CoxPredictions Predict(DataFrame newData, CoxReference reference = CoxReference.Strata) =>
        Predict(CoxRowsToPredict.Gather(ModelTerms.Code(newData, withStrata: reference == CoxReference.Strata)), reference);

    /// <summary>Linear predictors, risks and the survival at given times of new observations.</summary>
    /// <param name="newData">A frame with the columns that the terms and strata name.</param>
    /// <param name="times">The times.</param>
    /// <exception cref="SurvivalDataException">A column is missing, or a level or stratum is unknown to the fit; the message names row,
    /// column and value.</exception>
    public CoxPredictedSurvival PredictSurvival(DataFrame newData, params IEnumerable<double> times) =>
        new(Predict(newData), Curves(newData), [.. times], Options.Level);

    /// <summary>Survival curves of new observations, as R's <c>survfit(fit, newdata)</c>: for each row the curve of its stratum, or of
    /// every stratum where the data do not name strata.</summary>
    /// <param name="newData">A frame with the columns that the terms name.</param>
    /// <param name="options">Intervals; <see langword="null"/>: the documented defaults.</param>
    /// <returns>Curves in the order of the rows; rows with a missing value have none and are counted as missing.</returns>
    /// <exception cref="SurvivalDataException">A column is missing, or a level or stratum is unknown to the fit; the message names row,
    /// column and value.</exception>
    public CoxCurves Curves(DataFrame newData, CoxCurveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(newData);
        return CoxPredictor.Curves(
            Basis, CoxRowsToPredict.Gather(ModelTerms.Code(newData, withStrata: ModelTerms.HasStrata(newData))), Completed(options));
    }

    /// <summary>Adjusted survival curves: for each value of a variable the survival predicted if all rows had it, averaged over the rows
    /// (direct adjustment, G-computation).</summary>
    /// <param name="data">The rows to average over: the data of the fit, or a standard population.</param>
    /// <param name="variable">A column of groups that the model uses, also in interactions or strata.</param>
    /// <param name="options">Times, horizon and intervals; <see langword="null"/>: the documented defaults.</param>
    /// <remarks>Errors are those of the coefficients (robust where the fit is), of the baseline hazard and, unless turned off, of the
    /// rows as a sample.</remarks>
    /// <exception cref="SurvivalDataException">The model does not use the variable, it has no groups, a value does not fit the model, an
    /// option cannot be used, or a coefficient is infinite.</exception>
    public AdjustedCurves Adjusted(DataFrame data, string variable, AdjustedCurveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(variable);
        options ??= new AdjustedCurveOptions();
        ConfidenceLevel.Check(options.Level ?? Options.Level);
        Choice.Check(options.ConfidenceType);
        if (options.Times.Any(double.IsNaN) || options.Horizon is { } horizon && !(horizon > 0 && double.IsFinite(horizon)))
        {
            throw new SurvivalDataException(
                "A time that is not a number, or a horizon that is not positive, was given; times and a positive horizon were expected.");
        }

        if (Basis.Limit is not null)
        {
            throw new SurvivalDataException(
                $"Adjusted curves average over finite estimates, and the coefficient of {AtFault.FirstOrDefault()} is infinite; a fit by Firth's penalty was expected.");
        }

        return new(Basis, new AdjustedRows(ModelTerms, data, variable), variable, options, options.Level ?? Options.Level);
    }

    /// <summary>The expected number of events of new observations during their time at risk.</summary>
    /// <param name="newData">A frame with the columns that the terms and the response name.</param>
    /// <returns>One element a row; NaN, and counted as missing, where a value is missing.</returns>
    /// <exception cref="SurvivalDataException">A column is missing, or a level or stratum is unknown to the fit; the message names row,
    /// column and value.</exception>
    public CoxExpected Expected(DataFrame newData)
    {
        CodedData coded = ModelTerms.Code(newData, withResponse: true);
        return CoxExpectation.Compute(Basis, CoxRowsToPredict.Gather(coded), coded.Response!.StartArray, coded.Response.TimeArray);
    }

    private ModelTerms ModelTerms => _terms
        ?? throw new SurvivalDataException("This model was fitted to columns, not by a formula; columns were expected to predict for.");

    /// <summary>Linear predictors and risks for columns of numbers.</summary>
    /// <param name="design">One column a coefficient, in the order of <see cref="Terms"/>.</param>
    /// <param name="strata">The stratum of each observation, as in the fit; may be empty where the fit has one, or
    /// <paramref name="reference"/> is not the strata.</param>
    /// <param name="offset">The offset of each observation; empty: 0.</param>
    /// <param name="reference">The reference level that is subtracted.</param>
    /// <exception cref="SurvivalDataException">Columns, lengths or strata are not those of the fit.</exception>
    public CoxPredictions Predict(
        DesignMatrix design,
        ReadOnlySpan<int> strata = default,
        ReadOnlySpan<double> offset = default,
        CoxReference reference = CoxReference.Strata) =>
        Predict(CoxRowsToPredict.Gather(Basis, Names, design, strata, offset), reference);

    /// <summary>Survival curves for columns of numbers: for each row the curve of its stratum, or of every stratum where none is
    /// named.</summary>
    /// <param name="design">One column a coefficient, in the order of <see cref="Terms"/>.</param>
    /// <param name="strata">The stratum of each observation, as in the fit; empty: none is named.</param>
    /// <param name="offset">The offset of each observation; empty: 0.</param>
    /// <param name="options">Intervals; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">Columns, lengths or strata are not those of the fit.</exception>
    public CoxCurves Curves(
        DesignMatrix design, ReadOnlySpan<int> strata = default, ReadOnlySpan<double> offset = default, CoxCurveOptions? options = null) =>
        CoxPredictor.Curves(Basis, CoxRowsToPredict.Gather(Basis, Names, design, strata, offset), Completed(options));

    /// <summary>The expected number of events of each observation of the fit, in the order of its data.</summary>
    public CoxExpected Expected() => CoxExpectation.Compute(State, Basis);

    /// <summary>The expected number of events of other observations.</summary>
    /// <param name="response">Their times at risk; their events are not used.</param>
    /// <param name="design">One column a coefficient, in the order of <see cref="Terms"/>.</param>
    /// <param name="strata">The stratum of each observation, as in the fit; empty where the fit has one.</param>
    /// <param name="offset">The offset of each observation; empty: 0.</param>
    /// <exception cref="SurvivalDataException">Columns, lengths or strata are not those of the fit.</exception>
    public CoxExpected Expected(
        Surv response, DesignMatrix design, ReadOnlySpan<int> strata = default, ReadOnlySpan<double> offset = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        CoxRowsToPredict rows = CoxRowsToPredict.Gather(Basis, Names, design, strata, offset);
        if (response.Count != rows.Rows && Names.Length > 0)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The response has {NumberText.Count(response.Count, "observation")} and the columns {rows.Rows}; one each was expected."));
        }

        return CoxExpectation.Compute(Basis, CoxPredictor.InStrata(Basis, rows), response.StartArray, response.TimeArray);
    }

    private CoxPredictions Predict(CoxRowsToPredict rows, CoxReference reference) =>
        new(Basis, reference == CoxReference.Strata ? CoxPredictor.InStrata(Basis, rows) : rows, reference);

    private ImmutableArray<string> Names => [.. Terms.Select(term => term.Name)];

    private CoxCurveOptions Completed(CoxCurveOptions? options)
    {
        CoxCurveOptions completed = options ?? new CoxCurveOptions();
        completed = completed with { Level = completed.Level ?? Options.Level };
        ConfidenceLevel.Check(completed.Level.Value);
        return completed;
    }
}

namespace SurvivalKit;

/// <summary>Maximises Fine and Gray's partial likelihood: by sums over the observations, in which those with another cause stay at risk
/// (<see cref="LastingRows"/>), or by a Cox model of the rows that R's <c>finegray</c> writes out.</summary>
/// <remarks>The rows are written out only where the sums do not suffice: where the likelihood has no maximum, is not reached, or its sums
/// lose their digits, and where G is 0 at an event.</remarks>
/// <param name="formula">The formula.</param>
/// <param name="frame">Its values.</param>
/// <param name="cause">The place of the cause, from 1.</param>
/// <param name="options">The options of the Cox model, with robust errors.</param>
/// <param name="joinNearTies">Whether times that differ only by rounding are one time.</param>
internal sealed class FineGrayEstimation(string formula, ModelFrame frame, int cause, CoxOptions options, bool joinNearTies)
{
    private readonly ModelValues _values = frame.Values;

    /// <summary>Fits.</summary>
    /// <exception cref="SurvivalDataException">Nobody can be at risk with others at some time, or the offset is too far spread.</exception>
    public CoxFit Fit() => BySums() ?? ByRows();

    /// <summary>The fit by sums over the observations; <see langword="null"/> where they do not suffice.</summary>
    public CoxFit? BySums()
    {
        SurvivalSample sample = Sample();
        if (SubdistributionWeights.Of(sample, cause) is not { } weights)
        {
            return null;
        }

        try
        {
            CoxFit fit = CoxModel.Fit(
                formula, sample.OfCause(cause), frame.Design(), options, _values.Offset, frame.Omitted, Source(frame.Rows), null, weights);
            return !weights.AreImprecise && fit.Status is FitStatus.Converged or FitStatus.Singular ? fit : null;
        }
        catch (SurvivalDataException) when (weights.AreImprecise)
        {
            return null;
        }
    }

    /// <summary>The fit to the rows (start, stop] with weights.</summary>
    public CoxFit ByRows()
    {
        FineGrayRows rows = FineGrayRows.Expand(Sample(), cause);
        SurvivalSample sample = SurvivalSample.Make(
            rows.Response(),
            false,
            rows.Weight,
            strata: GroupCodes.FromNumbers(rows.Repeat(_values.Strata)),
            clusters: Units.Length > 0 ? rows.Repeat(Units) : rows.Row,
            robust: true);
        return CoxModel.Fit(
            formula,
            sample,
            rows.Repeat(frame.Design()),
            options,
            rows.Repeat(_values.Offset),
            frame.Omitted,
            Source([.. rows.Row.Select(row => frame.Rows[row])]));
    }

    /// <summary>The observations.</summary>
    public SurvivalSample Sample() => SurvivalSample.Make(
        frame.Response,
        joinNearTies,
        _values.Weights,
        strata: GroupCodes.FromNumbers(_values.Strata),
        clusters: Units,
        robust: true,
        subjects: _values.Subjects);

    // The sampling units of the errors; none: the observations.
    private int[] Units => _values.Clusters.Length > 0 ? _values.Clusters : _values.Subjects;

    private CoxSource Source(System.Collections.Immutable.ImmutableArray<int> rows) =>
        new(ModelTerms.Learn(frame), [], rows) { Undefined = frame.Undefined };
}

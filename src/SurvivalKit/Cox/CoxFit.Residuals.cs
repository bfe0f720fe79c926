namespace SurvivalKit;

/// <content>Residuals.</content>
public sealed partial class CoxFit
{
    /// <summary>Residuals of the observations or events; equal to R's <c>residuals.coxph</c>.</summary>
    /// <param name="kind">Which residuals.</param>
    /// <param name="collapse">A number for each observation used: residuals with the same number are summed, and the rows are the numbers
    /// in increasing order, as R's <c>collapse</c>. Empty: a row an observation. Not for the two Schoenfeld kinds.</param>
    /// <remarks>An observation of weight 0 does not contribute and its event is ignored; its residuals are those of a censored observation.
    /// Exact ties have martingale, deviance and Cox-Snell residuals only, by Breslow's hazard, as in R. O((rows + events) x coefficients).
    /// Collapsed deviance residuals of groups with several events are those of Poisson counts; R leaves out a division there.</remarks>
    /// <exception cref="SurvivalDataException">The ties of the fit have no such residuals, or
    /// <paramref name="collapse"/> does not fit.</exception>
    public CoxResiduals Residuals(CoxResidualKind kind, ReadOnlySpan<int> collapse = default)
    {
        Choice.Check(kind);
        return new ResidualComputation(State, _modelCovariance).Make(kind, collapse);
    }
}

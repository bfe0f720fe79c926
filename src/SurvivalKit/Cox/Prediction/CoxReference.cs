namespace SurvivalKit;

/// <summary>What linear predictors are measured from; the <c>reference</c> of R's <c>predict.coxph</c>.</summary>
public enum CoxReference
{
    /// <summary>The means of the observation's stratum: the default, as in R, since risks are not comparable between strata. Without strata
    /// the same as <see cref="Sample"/>.</summary>
    Strata,

    /// <summary>The means of the sample: 0 for a column of -1, 0 and 1 only, and the mean for the others (weighted, but as in R an
    /// unweighted mean for (start, stop] data).</summary>
    Sample,

    /// <summary>Covariates of 0.</summary>
    Zero,
}

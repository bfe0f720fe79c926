namespace SurvivalKit;

/// <summary>A log-likelihood that <see cref="CoxMaximizer"/> maximises, on the centred and scaled covariates.</summary>
internal interface ICoxObjective
{
    /// <summary>The log-likelihood at the coefficients last evaluated.</summary>
    double Value { get; }

    /// <summary>Its gradient.</summary>
    double[] Score { get; }

    /// <summary>Its negative second derivative; lower triangle.</summary>
    double[,] Information { get; }

    /// <summary>The linear predictor of each sorted row, offset included, less a constant of its stratum.</summary>
    double[] LinearPredictor { get; }

    void Evaluate(ReadOnlySpan<double> coefficients);

    /// <summary>From the next evaluation on, the information is exact to its last digits however small it is beside its parts, at the
    /// price of speed.</summary>
    void BeAccurate();
}

namespace SurvivalKit;

/// <summary>The likelihood of a parametric regression as a function of its parameters: the intercept, the coefficients of the scaled
/// columns, and the shape of each stratum unless it is fixed.</summary>
internal interface IParametricLikelihood
{
    /// <summary>The rows.</summary>
    ParametricData Data { get; }

    /// <summary>The number of shapes among the parameters.</summary>
    int Shapes { get; }

    /// <summary>Value and derivatives.</summary>
    ParametricSums Evaluate(double[] parameters);

    /// <summary>The weighted gradient of each row, added up by cluster where there are clusters: parameter after parameter for
    /// each.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="isPlain">Whether each row is for itself, without its weight.</param>
    double[] Scores(double[] parameters, bool isPlain = false);

    /// <summary>The linear predictor of a row.</summary>
    double PredictorOf(double[] parameters, int row);

    /// <summary>The log-likelihood of a row without its weight, and its derivatives by the predictor.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="row">The row.</param>
    /// <param name="predictor">The predictor in the place of the row's own.</param>
    (double Value, double First, double Second) Row(double[] parameters, int row, double? predictor);

    /// <summary>The logarithm of the probability that a row lives longer than its time, or the upper end of its interval, having lived
    /// until its start.</summary>
    double LogSurvivalAt(double[] parameters, int row);

    /// <summary>The same likelihood without columns.</summary>
    IParametricLikelihood Null();
}

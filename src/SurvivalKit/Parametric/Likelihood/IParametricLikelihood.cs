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
    double[] Scores(double[] parameters);

    /// <summary>The same likelihood without columns.</summary>
    IParametricLikelihood Null();
}

namespace SurvivalKit.Published;

/// <summary>Which test gave the P of a term of a Cox model.</summary>
public enum CoxPReading
{
    /// <summary>Wald's, of the coefficient over its standard error.</summary>
    Wald,

    /// <summary>The score test, in a model of one coefficient; in others Wald's.</summary>
    Score,

    /// <summary>The likelihood-ratio test of the model with and without the coefficient.</summary>
    LikelihoodRatio,
}

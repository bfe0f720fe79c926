namespace SurvivalKit;

/// <summary>Which models a table of likelihood-ratio tests compares.</summary>
public enum AnovaKind
{
    /// <summary>Terms are added one after the other, in the order of the formula: each test is against the model with those before it,
    /// as R's <c>anova(fit)</c> (type I).</summary>
    Sequential,

    /// <summary>Each term is left out of the whole model: its columns are dropped and all others stay, as <c>Anova(fit, type = 3)</c>
    /// of R's car does. Under an interaction a main effect is then the effect at 0, or at the reference, of the other variable.</summary>
    TypeThree,
}

namespace SurvivalKit;

/// <summary>What a character weighs in the order of texts.</summary>
/// <param name="Letter">The place of its letter, digit or sign without regard to accent and case; 0: ignored.</param>
/// <param name="Accent">The place of its accent; 0: ignored.</param>
/// <param name="Case">The place of its case or width; 0: ignored.</param>
internal readonly record struct CollationWeight(int Letter, int Accent, int Case);

namespace SurvivalKit;

/// <summary>The Cox model of one cause.</summary>
/// <param name="Cause">The cause: a level of the status.</param>
/// <param name="Model">Its model, in which the other causes are censoring.</param>
public sealed record CauseSpecificModel(string Cause, CoxFit Model);

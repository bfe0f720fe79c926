namespace SurvivalKit.Fuzz;

/// <summary>The status of a Cox fit, which R has by the size of its last steps: decided by an exact linear program over the risk
/// sets.</summary>
internal sealed class StatusFault : IFault
{
    public string Name => "the status of a fit";

    public bool Explains(Disagreement disagreement) =>
        disagreement.Question.Kind == QuestionKind.Cox && disagreement.Key == "status"
        && Recession.Has((FitStatus)disagreement.Our("status")[0], disagreement.Question, disagreement.Set);
}

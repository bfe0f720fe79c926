namespace SurvivalKit.Fuzz;

/// <summary>A data set, a question and R's answer, as they are kept for the tests.</summary>
/// <param name="Seed">The seed of the set.</param>
/// <param name="Set">The columns that the question names.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">R's answer, to ten digits.</param>
internal sealed record StoredCase(int Seed, FuzzSet Set, Question Question, Answer Answer);

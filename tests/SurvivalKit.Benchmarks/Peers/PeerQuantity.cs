namespace SurvivalKit.Benchmarks;

/// <summary>Numbers of a result that have to be the same on both sides.</summary>
/// <param name="Name">What they are: <c>coefficients</c>.</param>
/// <param name="Ours">Our numbers.</param>
/// <param name="Theirs">The R expression of the same numbers in the same order; the result is <c>result</c>.</param>
/// <param name="Scale">The scale of a difference.</param>
internal sealed record PeerQuantity<TResult>(
    string Name, Func<TResult, IEnumerable<double>> Ours, string Theirs, DifferenceScale Scale = DifferenceScale.EachNumber);

namespace SurvivalKit.Cli;

/// <summary>The option <c>--join-near-ties</c>.</summary>
internal static class JoinNearTiesOption
{
    public static ChoiceOption<bool> Create() => new(
        "--join-near-ties",
        "Whether times that differ only by rounding (1.5e-8) are one time; no for times that are so small themselves.",
        "yes",
        ("yes", true),
        ("no", false));
}

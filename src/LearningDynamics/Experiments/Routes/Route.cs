namespace LearningDynamics.Experiments;

/// <summary>An independent way to answer an experiment. Routes share nothing but the parameters.</summary>
public enum Route
{
    /// <summary>The exact formula, evaluated at each time.</summary>
    ClosedForm,

    /// <summary>The gradient-flow differential equation, integrated numerically.</summary>
    Flow,

    /// <summary>A real network, trained step by step.</summary>
    Trained,
}

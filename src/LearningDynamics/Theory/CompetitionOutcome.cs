namespace LearningDynamics.Theory;

/// <summary>
/// What becomes of one hidden neuron that two classes compete for, as t goes to infinity. It never learns both: it has one output weight, with one sign.
/// Derived in docs/theory/competing-classes.md.
/// </summary>
public enum CompetitionOutcome
{
    /// <summary>It dies on class 2 and learns class 1: the confidence in class 1 tends to 1.</summary>
    Class1,

    /// <summary>It dies on class 1 and learns class 2.</summary>
    Class2,

    /// <summary>It ends inactive on both classes and learns neither. Only a start with a preactivation of at most 0 can.</summary>
    Dead,

    /// <summary>The border between the others: it tends to a state in which nothing moves although it is active, or to the origin.</summary>
    Separatrix,
}
